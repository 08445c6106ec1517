package dev.portcullis.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Reads documents. What cannot be read is a diagnostic of the result and never keeps the rest from
 * being read. Safe for use by several threads.
 */
public interface DocumentReader {

  /**
   * Returns the reader of the engine, which finds further formats by {@link ServiceLoader}.
   *
   * @throws ServiceConfigurationError if the engine is not there
   */
  static DocumentReader standard() {
    return StandardReader.INSTANCE;
  }

  /**
   * Reads a text whose format shows in its name or its content.
   *
   * @param text the text
   * @param source the name of the text: a path, or what the host chose
   */
  DocumentBatch read(byte[] text, String source);

  /**
   * Reads a text of a known format.
   *
   * @param text the text
   * @param source the name of the text: a path, or what the host chose
   * @param format the name of the format, such as {@code json}
   * @throws IllegalArgumentException if there is no such format
   */
  DocumentBatch read(byte[] text, String source, String format);

  /** Reads a text whose format shows in its name or its content. */
  default DocumentBatch read(String text, String source) {
    return read(text.getBytes(StandardCharsets.UTF_8), source);
  }

  /** Reads what is left of {@code text}, without closing it. */
  DocumentBatch read(InputStream text, String source);

  /**
   * Reads a file, or all files in a folder and below in the order of their names. Files in a folder
   * that are of no known format are skipped.
   */
  DocumentBatch read(Path path);

  /** Returns the document that a Jackson tree holds, numbers exactly as they are there. */
  Document fromTree(JsonNode tree);

  /**
   * Returns the document that a Java object stands for: maps, collections, arrays, scalars, values,
   * Jackson trees, and everything else as Jackson would write it.
   *
   * @throws IllegalArgumentException if Jackson cannot write it
   */
  Document fromJava(Object object);
}
