package dev.portcullis.rego.ast;

import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A rule.
 *
 * @param span where it stands
 * @param head its head
 * @param body its body; for a rule written without one, the single expression {@code true}
 * @param bodyWritten whether the source has a body
 * @param otherwise the rule of its {@code else}, whose head has the same reference and arguments
 * @param isDefault whether {@code default} stands before it
 */
public record Rule(
    Span span,
    Head head,
    Body body,
    boolean bodyWritten,
    Optional<Rule> otherwise,
    boolean isDefault) {

  /** What a rule defines. */
  public enum Kind {
    /**
     * The document at the reference has the value: {@code p := v}, {@code p[x] := v}, {@code f(x)
     * := v}.
     */
    SINGLE_VALUE,
    /** The document at the reference is a set that contains the key: {@code p contains x}. */
    MULTI_VALUE
  }

  /**
   * A rule's head, in one form for both versions of the language: v0's {@code p[x] { … }} is {@link
   * Kind#MULTI_VALUE} with reference {@code p} and key {@code x}; {@code p[x] = v { … }} is {@link
   * Kind#SINGLE_VALUE} with reference {@code p[x]}.
   *
   * @param span where it stands
   * @param kind what the rule defines
   * @param ref the reference, as written: it starts with the rule's name. After analysis it starts
   *     with {@code data}
   * @param arguments the arguments of a function; empty for other rules
   * @param key the element of a {@link Kind#MULTI_VALUE} rule
   * @param value the value of a {@link Kind#SINGLE_VALUE} rule; the parser puts {@code true} where
   *     none is written
   * @param valueWritten whether the source has the value
   * @param assigned whether the value is written with {@code :=} rather than {@code =}
   */
  public record Head(
      Span span,
      Kind kind,
      Term.Ref ref,
      Optional<List<Term>> arguments,
      Optional<Term> key,
      Optional<Term> value,
      boolean valueWritten,
      boolean assigned) {

    /** Returns whether the rule is a function. */
    public boolean isFunction() {
      return arguments.isPresent();
    }
  }
}
