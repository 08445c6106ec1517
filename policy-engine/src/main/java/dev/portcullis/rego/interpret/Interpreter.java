package dev.portcullis.rego.interpret;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.runtime.Functions;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Runs a plan by walking it. A function is made ready when it is first called. */
public final class Interpreter implements Functions {
  private final Plan plan;
  private final AtomicReferenceArray<@Nullable Node> bodies;

  /** Creates an interpreter of {@code plan}. */
  public Interpreter(Plan plan) {
    this.plan = plan;
    this.bodies = new AtomicReferenceArray<>(plan.functions().size());
  }

  @Override
  public @Nullable Value call(int id, EvalContext context, Value[] arguments) {
    PlanFunction function = plan.function(id);
    int slot = function.memoSlot();
    if (slot < 0) {
      return run(function, context, arguments);
    }
    Value known = context.memo[slot];
    if (known == null) {
      Value result = run(function, context, arguments);
      known = result == null ? EvalContext.UNDEFINED : result;
      context.memo[slot] = known;
    }
    return known == EvalContext.UNDEFINED ? null : known;
  }

  private @Nullable Value run(PlanFunction function, EvalContext context, Value[] arguments) {
    Node body = bodies.get(function.id());
    if (body == null) {
      body = new NodeBuilder(function).block(function.body());
      bodies.set(function.id(), body);
    }
    int registers = function.registers().size();
    Object[] frame = new Object[registers + 1];
    frame[0] = context;
    System.arraycopy(arguments, 0, frame, 1, arguments.length);
    body.run(frame);
    return (Value) frame[registers];
  }
}
