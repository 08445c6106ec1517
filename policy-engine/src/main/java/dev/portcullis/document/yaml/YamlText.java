package dev.portcullis.document.yaml;

import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.Cursor;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.source.Utf8;
import dev.portcullis.document.yaml.YamlBuilder.DuplicateKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One text of YAML, decoded, of which the first document is read. */
final class YamlText {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setLabel("").build();

  private YamlText() {}

  /**
   * What a document says.
   *
   * @param value the value
   * @param duplicates the keys that are there twice, at their second places
   */
  record Result(Value value, List<DuplicateKey> duplicates) {}

  /**
   * Returns the text that the bytes spell: UTF-8, or UTF-16 with a byte order mark, which is left
   * out.
   *
   * @throws SyntaxException if they spell none
   */
  static String decode(byte[] bytes, ReadLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      throw new SyntaxException("the text is longer than " + limits.maxBytes() + " bytes", 1, 1);
    }
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
      if (mark == 0xFEFF) {
        return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
      } else if (mark == 0xFFFE) {
        return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
      }
    }
    byte[] text = Utf8.withoutMark(bytes);
    int invalid = Utf8.survey(text).ascii() ? -1 : Utf8.firstInvalid(text);
    if (invalid >= 0) {
      throw new Cursor(text).to(invalid).error("the text is not UTF-8");
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * Reads the first document of {@code text}.
   *
   * @throws SyntaxException if it is no YAML
   */
  static Result read(String text, Dialect dialect, ReadLimits limits) {
    YamlBuilder builder = new YamlBuilder(dialect, limits);
    eachEvent(text, builder::accept);
    return new Result(builder.value(), builder.duplicates());
  }

  /**
   * Calls {@code consumer} with each event of the first document of {@code text}.
   *
   * @throws SyntaxException if it is no YAML
   */
  static void eachEvent(String text, Consumer<Event> consumer) {
    try {
      ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      for (Event last = next(parser, null); last != null; last = next(parser, last)) {
        consumer.accept(last);
        if (last.getEventId() == Event.ID.DocumentEnd) {
          return;
        }
      }
    } catch (MarkedYamlEngineException e) {
      throw marked(e);
    } catch (ReaderException e) {
      throw unreadable(text, e);
    } catch (YamlEngineException e) {
      throw new SyntaxException(oneLine(e.getMessage()), 1, 1);
    }
  }

  /**
   * Returns the next event, if there is one.
   *
   * @param last the event before it, if there is one
   */
  private static @Nullable Event next(ParserImpl parser, @Nullable Event last) {
    try {
      return parser.hasNext() ? parser.next() : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The scanner trips over some escapes that are cut off, and does not say where.
      Optional<Mark> mark = last == null ? Optional.empty() : last.getEndMark();
      throw new SyntaxException(
          "the text after this is not YAML",
          mark.map(Mark::getLine).orElse(0) + 1,
          mark.map(Mark::getColumn).orElse(0) + 1);
    }
  }

  private static SyntaxException marked(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    String context = e.getContext();
    String message = oneLine(e.getProblem());
    return new SyntaxException(
        context == null || context.isBlank() ? message : oneLine(context) + ": " + message,
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1);
  }

  private static SyntaxException unreadable(String text, ReaderException e) {
    int at = Math.min(e.getPosition(), text.codePointCount(0, text.length()));
    String before = text.substring(0, text.offsetByCodePoints(0, at));
    return new Cursor(before.getBytes(StandardCharsets.UTF_8))
        .to(Long.MAX_VALUE)
        .error(String.format("control characters are not allowed: U+%04X", e.getCodePoint()));
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "not YAML" : message.replaceAll("\\s*\n\\s*", " ").trim();
  }
}
