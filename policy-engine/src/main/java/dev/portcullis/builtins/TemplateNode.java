package dev.portcullis.builtins;

import dev.portcullis.builtins.TemplateNode.Term.Literal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of a template's tree. */
sealed interface TemplateNode {

  /**
   * Text between actions.
   *
   * @param text the text
   */
  record Plain(String text) implements TemplateNode {}

  /**
   * An action whose value is printed, unless it declares variables.
   *
   * @param pipeline what it evaluates
   */
  record Action(Pipeline pipeline) implements TemplateNode {}

  /**
   * {@code if} or {@code with}.
   *
   * @param with whether it sets the dot
   * @param pipeline the condition
   * @param body what follows if it is true
   * @param otherwise what follows if not
   */
  record Choice(
      boolean with, Pipeline pipeline, List<TemplateNode> body, List<TemplateNode> otherwise)
      implements TemplateNode {}

  /**
   * {@code range}.
   *
   * @param pipeline what it goes through
   * @param body what follows for each element
   * @param otherwise what follows if there are none
   */
  record Range(Pipeline pipeline, List<TemplateNode> body, List<TemplateNode> otherwise)
      implements TemplateNode {}

  /**
   * {@code break} or {@code continue}.
   *
   * @param stop whether it is {@code break}
   */
  record Leave(boolean stop) implements TemplateNode {}

  /**
   * {@code template}.
   *
   * @param name the template's name
   * @param pipeline its dot, if there is one
   * @param position where it stands
   */
  record Call(String name, @Nullable Pipeline pipeline, int position) implements TemplateNode {}

  /** A value within an action. */
  sealed interface Term {
    /** Returns where it stands, in characters. */
    int position();

    /** Returns how it is written. */
    String source();

    /**
     * A constant.
     *
     * @param value the value
     * @param source how it is written
     * @param position where it stands
     */
    record Literal(TemplateValue value, String source, int position) implements Term {}

    /**
     * {@code nil}.
     *
     * @param position where it stands
     */
    record Nil(int position) implements Term {
      @Override
      public String source() {
        return "nil";
      }
    }

    /**
     * The dot.
     *
     * @param position where it stands
     */
    record Dot(int position) implements Term {
      @Override
      public String source() {
        return ".";
      }
    }

    /**
     * Fields of the dot.
     *
     * @param fields their names
     * @param position where it stands
     */
    record Field(List<String> fields, int position) implements Term {
      @Override
      public String source() {
        return "." + String.join(".", fields);
      }
    }

    /**
     * A variable, or fields of it.
     *
     * @param name the variable's name, with its sign
     * @param fields the fields' names
     * @param position where it stands
     */
    record Variable(String name, List<String> fields, int position) implements Term {
      @Override
      public String source() {
        return fields.isEmpty() ? name : name + "." + String.join(".", fields);
      }
    }

    /**
     * A function.
     *
     * @param name its name
     * @param position where it stands
     */
    record Function(String name, int position) implements Term {
      @Override
      public String source() {
        return name;
      }
    }

    /**
     * Fields of another term's value.
     *
     * @param term the term
     * @param fields the fields' names
     * @param position where it stands
     */
    record Chain(Term term, List<String> fields, int position) implements Term {
      @Override
      public String source() {
        return term.source() + "." + String.join(".", fields);
      }
    }

    /**
     * A pipeline in parentheses.
     *
     * @param pipeline the pipeline
     */
    record Nested(Pipeline pipeline) implements Term {
      @Override
      public int position() {
        return pipeline.position();
      }

      @Override
      public String source() {
        return "(" + pipeline.source() + ")";
      }
    }
  }

  /**
   * Commands, each of which hands its value to the next one.
   *
   * @param variables the variables that take the value
   * @param assigns whether the variables exist already
   * @param commands the commands; each is a list of terms
   * @param position where it stands
   */
  record Pipeline(
      List<String> variables, boolean assigns, List<List<Term>> commands, int position) {

    /** Returns how the pipeline is written. */
    String source() {
      String values =
          commands.stream()
              .map(c -> c.stream().map(Term::source).collect(Collectors.joining(" ")))
              .collect(Collectors.joining(" | "));
      return variables.isEmpty()
          ? values
          : String.join(", ", variables) + (assigns ? " = " : " := ") + values;
    }
  }

  /** Returns whether {@code term} is no function, field or variable. */
  static boolean isConstant(Term term) {
    return term instanceof Literal || term instanceof Term.Nil || term instanceof Term.Dot;
  }
}
