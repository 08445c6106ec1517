package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.text.Span;
import java.util.List;

/**
 * A function of the plan: the rules that define one document, or one Rego function, or a query.
 * Register 0 is the context and registers 1 to {@code arity} the arguments.
 *
 * @param id its number in the plan
 * @param name its path, such as {@code data.app.allow}
 * @param path the keys of the path from {@code data}; empty for a query
 * @param arity the number of arguments
 * @param memoSlot where a context remembers its result, or -1 for functions of arguments and
 *     queries
 * @param registers the kinds of its registers
 * @param body its code, which always returns
 * @param span where its first rule stands
 */
public record PlanFunction(
    int id,
    String name,
    List<Value> path,
    int arity,
    int memoSlot,
    List<RegisterKind> registers,
    Block body,
    Span span) {

  /** Copies the registers. */
  public PlanFunction {
    path = List.copyOf(path);
    registers = List.copyOf(registers);
  }
}
