package dev.portcullis.document.yaml;

import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;

/**
 * Reads YAML as Kubernetes does, which is also what Rego's {@code yaml.unmarshal} does: {@code yes}
 * is true, {@code 017} is 15, {@code 1.10} is 1.1, the last of duplicate keys wins.
 */
public final class KubernetesYaml {
  private KubernetesYaml() {}

  /**
   * Reads the first document of {@code text}; an empty text is null.
   *
   * @throws SyntaxException if it is no YAML, or holds what JSON cannot hold
   */
  public static Value read(String text) {
    return YamlText.read(text, KubernetesDialect.INSTANCE, ReadLimits.DEFAULT).value();
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
