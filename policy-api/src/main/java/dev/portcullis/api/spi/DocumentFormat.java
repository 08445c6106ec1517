package dev.portcullis.api.spi;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.Value;
import java.util.List;

/**
 * A format that documents come in. Formats outside of the engine are found by {@link
 * java.util.ServiceLoader}, or given to the engine by the host. Implementations are safe for use by
 * several threads.
 */
public interface DocumentFormat {

  /** Returns the name that reports and command lines call it by, such as {@code yaml}. */
  String name();

  /**
   * Returns whether files of this name are of this format.
   *
   * @param fileName the last part of a path, in the case it was written in
   */
  boolean acceptsName(String fileName);

  /**
   * Returns whether a text without a telling name looks like this format. It is asked of one format
   * after the other, the most particular first.
   *
   * @param head the beginning of the text, decoded
   */
  boolean acceptsContent(String head);

  /**
   * Reads a text. It never throws for what the text holds.
   *
   * @param text the bytes
   * @param source the name for places: a path, or what the host chose
   */
  Parsed read(byte[] text, String source);

  /**
   * What a text holds.
   *
   * @param documents the documents that could be read, in their order
   * @param diagnostics what is wrong with the others, and warnings
   */
  record Parsed(List<Part> documents, List<Diagnostic> diagnostics) {
    /** Copies the lists. */
    public Parsed {
      documents = List.copyOf(documents);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * One document of a text.
   *
   * @param index its number in the text, from 0; documents that could not be read are counted
   * @param value what it says
   * @param positions where it says so
   */
  record Part(int index, Value value, Positions positions) {}
}
