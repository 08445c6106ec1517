package dev.portcullis.document.yaml;

import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.document.source.DuplicateKeys;
import dev.portcullis.document.source.LazyPositions;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.YamlStream.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * YAML files: any number of documents. One that has {@code apiVersion} and {@code kind} is read as
 * Kubernetes reads it, every other one as YAML 1.2. A document with a mistake does not keep the
 * others of its file from being read.
 */
public final class YamlFormat implements DocumentFormat {
  private static final Pattern ENTRY_OR_ITEM =
      Pattern.compile(
          "(\\s*(#[^\\n"
              + "\\r"
              + "]*)?[\\n"
              + "\\r"
              + "])*+\\s*(---(\\s|$)|%YAML|- |[\\[{]|[\"']?[^\\s:#][^:\\n"
              + "\\r"
              + "]*:(\\s|$)).*",
          Pattern.DOTALL);

  private final ReadLimits limits = ReadLimits.DEFAULT;

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public boolean acceptsName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  @Override
  public boolean acceptsContent(String head) {
    return ENTRY_OR_ITEM.matcher(head).matches();
  }

  @Override
  public Parsed read(byte[] text, String source) {
    List<Part> parts = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    try {
      List<Chunk> chunks = YamlStream.split(YamlText.decode(text, limits));
      for (int i = 0; i < chunks.size(); i++) {
        Chunk chunk = chunks.get(i);
        try {
          parts.add(part(i, chunk, source, diagnostics));
        } catch (SyntaxException e) {
          SyntaxException moved =
              new SyntaxException(e.getMessage(), e.row() + chunk.rowsBefore(), e.column());
          diagnostics.add(moved.toDiagnostic(source));
        }
      }
    } catch (SyntaxException e) {
      diagnostics.add(e.toDiagnostic(source));
    }
    return new Parsed(parts, diagnostics);
  }

  private Part part(int index, Chunk chunk, String source, List<Diagnostic> warnings) {
    Reading reading = reading(chunk.text());
    for (YamlBuilder.DuplicateKey key : reading.result().duplicates()) {
      DuplicateKeys.warn(warnings, source, key.key(), key.row() + chunk.rowsBefore(), key.column());
    }
    LazyPositions positions =
        new LazyPositions(
            source, () -> YamlPlaces.find(chunk.text(), reading.dialect(), chunk.rowsBefore()));
    return new Part(index, reading.result().value(), positions);
  }

  /** A document, read in the dialect that it is in. */
  private record Reading(Dialect dialect, YamlText.Result result) {}

  /**
   * Whether a document is one for Kubernetes shows only when it has been read, so it is read that
   * way first. A mistake there counts if it is one in the other dialect too, or if the other
   * dialect finds that the document is one for Kubernetes.
   */
  private Reading reading(String text) {
    SyntaxException mistake = null;
    try {
      YamlText.Result result = YamlText.read(text, KubernetesDialect.INSTANCE, limits);
      if (ResourceIdentity.of(result.value()).isPresent()) {
        return new Reading(KubernetesDialect.INSTANCE, result);
      }
    } catch (SyntaxException e) {
      mistake = e;
    }
    YamlText.Result result = YamlText.read(text, CoreDialect.INSTANCE, limits);
    if (mistake != null && ResourceIdentity.of(result.value()).isPresent()) {
      throw mistake;
    }
    return new Reading(CoreDialect.INSTANCE, result);
  }
}
