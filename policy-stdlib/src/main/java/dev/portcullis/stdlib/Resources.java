package dev.portcullis.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the standard library, which lie beside this class. */
final class Resources {
  private Resources() {}

  /**
   * Returns the text of a file.
   *
   * @param path the path below this package, with slashes
   * @throws IllegalStateException if the index names a file that is not there
   */
  static String text(String path) {
    try (InputStream stream = Resources.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("the standard library has no file " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the standard library's " + path, e);
    }
  }
}
