package dev.portcullis.rego.ast;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;

/** What stands for a value in Rego. Terms are equal when they say the same, wherever they stand. */
public sealed interface Term {

  /** Returns where the term stands. */
  Span span();

  /** Returns {@code visitor}'s answer for this kind of term. */
  <R> R accept(Visitor<R> visitor);

  /**
   * An answer for each kind of term.
   *
   * @param <R> the answer
   */
  interface Visitor<R> {
    R scalar(Scalar term);

    R variable(Var term);

    R reference(Ref term);

    R array(ArrayTerm term);

    R object(ObjectTerm term);

    R set(SetTerm term);

    R arrayComprehension(ArrayComprehension term);

    R setComprehension(SetComprehension term);

    R objectComprehension(ObjectComprehension term);

    R call(Call term);

    R template(TemplateString term);
  }

  /** {@code null}, a boolean, a number or a string. */
  record Scalar(Span span, Value value) implements Term {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scalar(this);
    }
  }

  /**
   * A variable. Before analysis the name is the source's; {@code _} has become a name of its own
   * that begins with {@code $}. After analysis {@code input} and {@code data} are the only global
   * names, and every other name is unique within its rule.
   */
  record Var(Span span, String name) implements Term {
    /** Returns whether the variable was written {@code _}. */
    public boolean isWildcard() {
      return name.startsWith("$");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variable(this);
    }
  }

  /**
   * A reference: {@code head.path[0].path[1]…}. The head is mostly a variable, but may be a
   * composite, a comprehension or a call ({@code f(x).y}). {@code a.b} and {@code a["b"]} are the
   * same reference.
   */
  record Ref(Span span, Term head, List<Term> path) implements Term {
    /** Copies the path. */
    public Ref {
      path = List.copyOf(path);
    }

    /** Returns whether the head is the variable {@code name}. */
    public boolean startsWith(String name) {
      return head instanceof Var v && v.name().equals(name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /** {@code [a, b]}. */
  record ArrayTerm(Span span, List<Term> items) implements Term {
    /** Copies the items. */
    public ArrayTerm {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** {@code {k: v}}, in the order of the source. */
  record ObjectTerm(Span span, List<Entry> entries) implements Term {
    /** Copies the entries. */
    public ObjectTerm {
      entries = List.copyOf(entries);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.object(this);
    }
  }

  /** A key and a value of an object term. */
  record Entry(Term key, Term value) {}

  /** {@code {a, b}} or {@code set()}. */
  record SetTerm(Span span, List<Term> items) implements Term {
    /** Copies the items. */
    public SetTerm {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.set(this);
    }
  }

  /** {@code [head | body]}. */
  record ArrayComprehension(Span span, Term head, Body body) implements Term {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayComprehension(this);
    }
  }

  /** {@code {head | body}}. */
  record SetComprehension(Span span, Term head, Body body) implements Term {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setComprehension(this);
    }
  }

  /** {@code {key: value | body}}. */
  record ObjectComprehension(Span span, Term key, Term value, Body body) implements Term {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.objectComprehension(this);
    }
  }

  /**
   * A call. Infix operators are calls of the builtins that they stand for: {@code a + b} of {@code
   * plus}, {@code a == b} of {@code equal}, {@code a = b} of {@code eq}, {@code a := b} of {@code
   * assign}, {@code a in b} of {@code internal.member_2}, {@code k, v in b} of {@code
   * internal.member_3}. The operator is a reference as written; after analysis it is either a
   * builtin's name ({@code Ref(Var json, ["unmarshal"])}) or a rule's path from {@code data}.
   */
  record Call(Span span, Ref operator, List<Term> arguments) implements Term {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    /**
     * Returns the operator's dotted name, or empty if it is not made of a variable and constant
     * strings.
     */
    public Optional<String> name() {
      return Refs.dottedName(operator);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * {@code $"text {expression} text"}.
   *
   * @param multiLine whether it is written in back quotes
   */
  record TemplateString(Span span, boolean multiLine, List<TemplatePart> parts) implements Term {
    /** Copies the parts. */
    public TemplateString {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.template(this);
    }
  }

  /** A stretch of a template string. */
  sealed interface TemplatePart {
    /** Plain text, unescaped. */
    record Text(String text) implements TemplatePart {}

    /** An expression whose value is written into the text. */
    record Interpolation(Expr expr) implements TemplatePart {}
  }
}
