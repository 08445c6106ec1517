package dev.portcullis.api;

import dev.portcullis.api.value.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Where policies come from. Whether a text is Rego, or YAML or JSON that holds templates,
 * constraints or data, is told by its name's extension ({@code .rego}, {@code .yaml}, {@code .yml},
 * {@code .json}).
 */
public sealed interface PolicySource {

  /**
   * A file, or a folder with everything below it.
   *
   * @param path the file or folder
   */
  record FromPath(Path path) implements PolicySource {}

  /**
   * A text in memory.
   *
   * @param name what diagnostics call it; its extension tells what it holds
   * @param text the text
   */
  record FromText(String name, String text) implements PolicySource {}

  /**
   * Bytes in memory: a text in UTF-8.
   *
   * @param name what diagnostics call them; its extension tells what they hold
   * @param content the bytes
   */
  record FromBytes(String name, byte[] content) implements PolicySource {
    /** Copies the bytes. */
    public FromBytes {
      content = content.clone();
    }

    /** Returns a copy of the bytes. */
    @Override
    public byte[] content() {
      return content.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FromBytes that
          && name.equals(that.name)
          && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + Arrays.hashCode(content);
    }
  }

  /**
   * A pack of the standard library, or of another library on the class path.
   *
   * @param name the pack's name
   * @param settings values for the pack's parameters that stand in place of its defaults, by name
   */
  record FromPack(String name, Map<String, Value> settings) implements PolicySource {
    /** Copies the settings. */
    public FromPack {
      settings = Map.copyOf(settings);
    }
  }

  /** Returns the file or folder {@code path}. */
  static PolicySource path(Path path) {
    return new FromPath(path);
  }

  /** Returns {@code text} under {@code name}, such as {@code policy.rego}. */
  static PolicySource text(String name, String text) {
    return new FromText(name, text);
  }

  /** Returns {@code content} under {@code name}, such as {@code template.yaml}. */
  static PolicySource bytes(String name, byte[] content) {
    return new FromBytes(name, content);
  }

  /** Returns the pack {@code name} with its own parameters. */
  static PolicySource pack(String name) {
    return new FromPack(name, Map.of());
  }

  /** Returns the pack {@code name} with {@code settings} in place of its defaults. */
  static PolicySource pack(String name, Map<String, Value> settings) {
    return new FromPack(name, settings);
  }
}
