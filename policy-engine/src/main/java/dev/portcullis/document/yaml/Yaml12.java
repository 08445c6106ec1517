package dev.portcullis.document.yaml;

import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;

/**
 * Reads YAML 1.2 in its core schema: the key {@code on} stays a string, numbers keep their
 * spelling. Merge keys apply, since the files that are not for Kubernetes use them.
 */
public final class Yaml12 {
  private Yaml12() {}

  /**
   * Reads the first document of {@code text}; an empty text is null.
   *
   * @throws SyntaxException if it is no YAML, or holds what JSON cannot hold
   */
  public static Value read(String text) {
    return YamlText.read(text, CoreDialect.INSTANCE, ReadLimits.DEFAULT).value();
  }

  /**
   * Reads the first document of {@code text}.
   *
   * @throws SyntaxException if it is no YAML, or holds what JSON cannot hold
   */
  public static Value read(byte[] text) {
    return read(YamlText.decode(text, ReadLimits.DEFAULT));
  }
}
