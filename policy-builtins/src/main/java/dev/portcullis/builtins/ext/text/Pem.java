package dev.portcullis.builtins.ext.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PEM blocks as Go finds them: text before, between and after blocks is skipped, a broken block is
 * skipped too.
 */
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private final String text;
  private int at;
  private int nextEnd = -1;

  private Pem(String text) {
    this.text = text;
  }

  /**
   * A block.
   *
   * @param type what stands after BEGIN
   * @param bytes the decoded content
   * @param end where the text after the block begins
   */
  public record Block(String type, byte[] bytes, int end) {}

  /** Returns the first block of {@code text}, or {@code null} if there is none. */
  public static @Nullable Block decode(String text) {
    return new Pem(text).next();
  }

  /** Returns the blocks of {@code text}. */
  public static List<Block> decodeAll(String text) {
    Pem pem = new Pem(text);
    List<Block> blocks = new ArrayList<>();
    for (Block block = pem.next(); block != null; block = pem.next()) {
      blocks.add(block);
    }
    return blocks;
  }

  /** Returns a block as text. */
  public static String encode(String type, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return BEGIN + type + "-----\n" + body + "\n" + END + type + "-----\n";
  }

  private @Nullable Block next() {
    for (int begin = lineStart(BEGIN, at); begin >= 0; begin = lineStart(BEGIN, at)) {
      at = begin + BEGIN.length();
      int lineEnd = endOfLine(at);
      String typeLine = text.substring(at, lineEnd).stripTrailing();
      if (typeLine.endsWith(DASHES)) {
        String type = typeLine.substring(0, typeLine.length() - DASHES.length());
        Block block = body(type, Math.min(text.length(), lineEnd + 1));
        if (block != null) {
          at = block.end();
          return block;
        }
      }
    }
    return null;
  }

  private @Nullable Block body(String type, int from) {
    int bodyAt = skipHeaders(from);
    // The search for END goes on from the last one found, so that many broken blocks cost one pass.
    if (nextEnd < bodyAt && nextEnd != text.length()) {
      int found = lineStart(END, bodyAt);
      nextEnd = found < 0 ? text.length() : found;
    }
    if (nextEnd == text.length()) {
      return null;
    }
    int tail = nextEnd + END.length();
    int lineEnd = endOfLine(tail);
    if (!text.substring(tail, lineEnd).stripTrailing().equals(type + DASHES)) {
      return null;
    }
    String body = text.substring(bodyAt, nextEnd).replace(" ", "").replace("\t", "");
    try {
      byte[] bytes = GoBase64.decodeStandard(body.getBytes(StandardCharsets.UTF_8));
      return new Block(type, bytes, Math.min(text.length(), lineEnd + 1));
    } catch (GoBase64.Corrupt e) {
      return null;
    }
  }

  private int skipHeaders(int from) {
    int line = from;
    while (line < text.length()) {
      int lineEnd = endOfLine(line);
      if (text.substring(line, lineEnd).indexOf(':') < 0) {
        break;
      }
      line = Math.min(text.length(), lineEnd + 1);
    }
    return line;
  }

  private int lineStart(String marker, int from) {
    int found = text.indexOf(marker, from);
    while (found > 0 && text.charAt(found - 1) != '\n') {
      found = text.indexOf(marker, found + 1);
    }
    return found;
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
