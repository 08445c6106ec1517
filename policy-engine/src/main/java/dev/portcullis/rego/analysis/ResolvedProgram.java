package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Module;
import java.util.List;

/**
 * Modules after analysis. They are ordinary syntax trees of which this holds:
 *
 * <ul>
 *   <li>There are no imports. Every reference to a document begins with the variable {@code data}
 *       or {@code input}; rule heads too ({@code data.pkg.rule[x]}). Those are the only global
 *       variables.
 *   <li>Every other variable is local, and its name is unique in its rule: no closure shadows
 *       another's variable. A name that the source wrote is a prefix of the new one up to a {@code
 *       #}; wildcards begin with {@code $}.
 *   <li>{@code some x} is gone; {@code x := e} has become {@code x = e}, a call of {@code eq}, with
 *       a fresh variable (patterns on the left too). {@code some … in}, {@code every} and {@code
 *       not { … }} stay.
 *   <li>A call's operator is a builtin's dotted name or a path from {@code data}. {@code with}
 *       targets of functions too.
 *   <li>Every body is ordered so that each expression is safe when those before it hold, closures
 *       included.
 *   <li>References nested in other terms, calls nested in calls, stay nested: the planner flattens.
 *   <li>A rule head's path has only scalars and variables in it.
 *   <li>{@code not e} holds where {@code e} has no solution: what Rego evaluates before a negation
 *       (the operands of {@code not f(input.x)}) has become an expression of its own before it.
 *   <li>A variable whose name begins with {@code #} is not the source's. Such a variable has
 *       exactly one definition, {@code #1 = e}.
 *   <li>{@code rego.metadata.chain()} and {@code rego.metadata.rule()} have become constants.
 * </ul>
 */
public record ResolvedProgram(List<Module> modules) {
  /** Copies the list. */
  public ResolvedProgram {
    modules = List.copyOf(modules);
  }
}
