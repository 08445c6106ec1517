package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;

/**
 * Makes the names of variables. A renamed variable is the source's name, a {@code #} and a number;
 * a variable that no source named begins with {@code #}. Neither can be written in Rego.
 */
public final class Names {
  private static final char MARK = '#';

  private final String series;
  private int next = 1;

  /** Creates names for modules. */
  public Names() {
    this("");
  }

  /**
   * Creates names that differ from those of other series.
   *
   * @param series letters
   */
  public Names(String series) {
    this.series = series;
  }

  /** Returns a new name for the variable that the source calls {@code source}. */
  public String renamed(String source) {
    int mark = source.indexOf(MARK);
    return (mark < 0 ? source : source.substring(0, mark)) + MARK + series + next++;
  }

  /** Returns a variable that the source does not have. */
  public Term.Var generated(Span span) {
    return new Term.Var(span, MARK + series + next++);
  }

  /** Returns whether {@link #generated} made the name. */
  public static boolean isGenerated(String name) {
    return !name.isEmpty() && name.charAt(0) == MARK;
  }

  /** Returns the name as the source has it: {@code _} for wildcards. */
  public static String original(String name) {
    if (name.startsWith("$")) {
      return "_";
    }
    int mark = name.indexOf(MARK);
    return mark <= 0 ? name : name.substring(0, mark);
  }

  /** Returns whether the name is that of a root document. */
  public static boolean isRoot(String name) {
    return name.equals("input") || name.equals("data");
  }
}
