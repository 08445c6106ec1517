package dev.portcullis.document.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.Cursor;
import dev.portcullis.document.source.Projection;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.source.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON texts into values: numbers exactly as they are spelled, the last of duplicate keys,
 * U+FFFD for what is no Unicode. Immutable and safe for use by several threads.
 */
public final class JsonReader {
  /** The reader with the usual limits. */
  public static final JsonReader STANDARD = new JsonReader(ReadLimits.DEFAULT);

  private final ReadLimits limits;
  private final JsonFactory factory;

  /** Creates a reader that refuses texts beyond {@code limits}. */
  public JsonReader(ReadLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Math.max(1, limits.maxDigits()))
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
  }

  /**
   * What a text says.
   *
   * @param value the value
   * @param duplicateKeys whether an object had a key twice, of which the last won
   */
  public record Result(Value value, boolean duplicateKeys) {}

  /**
   * Reads the one value that {@code utf8} holds.
   *
   * @throws SyntaxException if it holds anything else
   */
  public Value read(byte[] utf8) {
    return read(utf8, Projection.EVERYTHING).value();
  }

  /**
   * Reads the one value that {@code text} holds.
   *
   * @throws SyntaxException if it holds anything else
   */
  public Value read(String text) {
    return read(Utf8.wellFormed(text).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the one value that the rest of {@code utf8} holds, without closing it.
   *
   * @throws SyntaxException if it holds anything else
   * @throws IOException if it cannot be read
   */
  public Value read(InputStream utf8) throws IOException {
    return read(utf8.readNBytes(Math.min(limits.maxBytes(), Integer.MAX_VALUE - 16) + 1));
  }

  /**
   * Reads the parts of the one value that {@code utf8} holds that {@code projection} keeps. The
   * other parts are only checked for their syntax.
   *
   * @throws SyntaxException if the text is not one JSON value
   */
  public Result read(byte[] utf8, Projection projection) {
    if (utf8.length > limits.maxBytes()) {
      throw new SyntaxException("the text is longer than " + limits.maxBytes() + " bytes", 1, 1);
    }
    byte[] text = wellFormed(Utf8.withoutMark(utf8));
    try (JsonParser parser = open(text)) {
      ValueBuilder builder = new ValueBuilder(parser, limits, false);
      parser.nextToken();
      Value value = builder.read(projection);
      if (parser.nextToken() != null) {
        throw new StoppedException(
            "unexpected text after the value", parser.currentTokenLocation().getByteOffset());
      }
      return new Result(value, builder.sawDuplicateKeys());
    } catch (JsonProcessingException e) {
      throw placed(text, e);
    } catch (StoppedException e) {
      throw new Cursor(text).to(e.offset()).error(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the value that begins at the current token of {@code parser}, or at the next if there is
   * none; afterwards its last token is the current one. The parser's own limits hold beside those
   * of this reader.
   *
   * @throws SyntaxException if the tokens are no JSON value
   * @throws IOException if the parser fails
   */
  public Value read(JsonParser parser) throws IOException {
    try {
      if (parser.currentToken() == null) {
        parser.nextToken();
      }
      return new ValueBuilder(parser, limits, true).read(Projection.EVERYTHING);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new SyntaxException(
          e.getOriginalMessage(),
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr());
    } catch (StoppedException e) {
      JsonLocation at = parser.currentTokenLocation();
      throw new SyntaxException(e.getMessage(), at.getLineNr(), at.getColumnNr());
    }
  }

  /** Opens a parser over well-formed UTF-8 without a byte order mark. */
  JsonParser open(byte[] text) throws IOException {
    for (int i = 0; i < Math.min(4, text.length); i++) {
      if (text[i] == 0) {
        // Jackson would guess at UTF-16 or UTF-32.
        throw new StoppedException("unexpected character U+0000", i);
      }
    }
    return factory.createParser(text);
  }

  /** Returns well-formed UTF-8 in which no escape stands for half a character. */
  static byte[] wellFormed(byte[] utf8) {
    Utf8.Survey survey = Utf8.survey(utf8);
    byte[] text = survey.ascii() || Utf8.firstInvalid(utf8) < 0 ? utf8 : Utf8.repaired(utf8);
    return survey.backslash() ? SurrogateEscapes.repaired(text) : text;
  }

  private static SyntaxException placed(byte[] text, JsonProcessingException e) {
    SyntaxException mistake = JsonSyntax.firstMistake(text);
    if (mistake != null) {
      return mistake;
    }
    // The text is JSON, so a limit was met.
    JsonLocation location = e.getLocation();
    String message = e.getOriginalMessage();
    return new Cursor(text)
        .to(location == null ? 0 : location.getByteOffset())
        .error(message == null ? "beyond a limit" : message);
  }

  /** Ends the reading of a text at a byte offset. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    StoppedException(String message, long offset) {
      super(message, null, false, false);
      this.offset = offset;
    }

    long offset() {
      return offset;
    }

    @Override
    public String getMessage() {
      @Nullable String message = super.getMessage();
      return message == null ? "" : message;
    }
  }
}
