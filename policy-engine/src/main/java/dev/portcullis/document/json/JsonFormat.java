package dev.portcullis.document.json;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.document.source.DuplicateKeys;
import dev.portcullis.document.source.LazyPositions;
import dev.portcullis.document.source.Projection;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.source.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** JSON files: one document each. */
public final class JsonFormat implements DocumentFormat {
  private static final Pattern OBJECT_OR_ARRAY =
      Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[-\\[{\"\\]0-9tfn]).*", Pattern.DOTALL);

  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean acceptsName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  @Override
  public boolean acceptsContent(String head) {
    return OBJECT_OR_ARRAY.matcher(head).matches();
  }

  @Override
  public Parsed read(byte[] text, String source) {
    byte[] unmarked = Utf8.withoutMark(text);
    try {
      JsonReader.Result result = JsonReader.STANDARD.read(unmarked, Projection.EVERYTHING);
      List<Diagnostic> warnings = new ArrayList<>();
      if (result.duplicateKeys()) {
        JsonPlaces.find(
            unmarked,
            (key, entry) -> DuplicateKeys.warn(warnings, source, key, entry.row(), entry.column()));
      }
      LazyPositions positions =
          new LazyPositions(source, () -> JsonPlaces.find(unmarked, (key, entry) -> {}));
      return new Parsed(List.of(new Part(0, result.value(), positions)), warnings);
    } catch (SyntaxException e) {
      return new Parsed(List.of(), List.of(e.toDiagnostic(source)));
    }
  }
}
