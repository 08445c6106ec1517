package dev.portcullis.document.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param name its name, in lower case
 * @param nested the instruction of an {@code ONBUILD}
 * @param flags the words after the name that begin with two hyphens
 * @param values the arguments: words, names with their values and separators, or one text,
 *     depending on the instruction
 * @param json whether the arguments are written as a JSON array
 * @param original its line, with continuations joined and comments left out
 * @param heredocs its here-documents, in their order
 * @param comments the comments before it, without their signs
 * @param place where it stands
 */
record Instruction(
    String name,
    Optional<Nested> nested,
    List<String> flags,
    List<String> values,
    boolean json,
    String original,
    List<Heredoc> heredocs,
    List<String> comments,
    Place place) {

  Instruction {
    flags = List.copyOf(flags);
    values = List.copyOf(values);
    heredocs = List.copyOf(heredocs);
    comments = List.copyOf(comments);
  }

  /**
   * The instruction that an {@code ONBUILD} leaves for later.
   *
   * @param name its name, as it is written
   */
  record Nested(String name) {}

  /**
   * The lines of an instruction.
   *
   * @param startRow its first line, from 1
   * @param endRow its last line
   * @param column the column of its name in its first line, from 1
   */
  record Place(int startRow, int endRow, int column) {}

  /**
   * A here-document.
   *
   * @param name the word that ends it
   * @param chomp whether the tabs at the beginning of its lines do not count
   * @param expand whether variables are replaced in it
   * @param content its lines, with their ends
   */
  record Heredoc(String name, boolean chomp, boolean expand, String content) {}
}
