package dev.portcullis.rego.program;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.EvaluationLimitException;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.code.CodeGenerationException;
import dev.portcullis.rego.code.CodeGenerator;
import dev.portcullis.rego.interpret.Interpreter;
import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.program.CompilerOptions.Fallback;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.runtime.EvalException;
import dev.portcullis.rego.runtime.EvalState;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.runtime.Functions;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A plan with the code that runs it. */
final class Executable {
  private static final Value[] NO_ARGUMENTS = new Value[0];

  /**
   * How many evaluations are interpreted before bytecode is made: cold policies are not worth
   * classes.
   */
  private static final int HOT = 20;

  private final Plan plan;
  private final Fallback fallback;
  private final AtomicInteger evaluations = new AtomicInteger();
  private volatile Functions functions;

  Executable(Plan plan, ExecutionMode mode, Fallback fallback) {
    this.plan = plan;
    this.fallback = fallback;
    this.functions = new Interpreter(plan);
    if (mode == ExecutionMode.COMPILED) {
      compile();
    }
    if (mode != ExecutionMode.AUTO) {
      evaluations.set(HOT);
    }
  }

  private void compile() {
    try {
      functions = CodeGenerator.generate(plan);
    } catch (CodeGenerationException e) {
      if (fallback == Fallback.FAIL) {
        throw e;
      }
    }
  }

  /** Evaluates the entry point numbered {@code entry} among the plan's. */
  Outcome<Value> evaluate(int entry, Evaluation evaluation) {
    if (evaluations.get() < HOT && evaluations.incrementAndGet() == HOT) {
      BackgroundCompiler.submit(this::compile);
    }
    Functions code = functions;
    EvalState state = new EvalState(evaluation, code);
    EvalContext context =
        EvalContext.root(state, evaluation.input(), evaluation.data(), plan.memoSlots());
    @Nullable Value result;
    try {
      result = code.call(plan.entries().get(entry), context, NO_ARGUMENTS);
    } catch (EvalException e) {
      return new Outcome.Failed<>(e.diagnostic());
    } catch (EvaluationLimitException e) {
      return new Outcome.Failed<>(EvalState.limitError(e));
    } catch (StackOverflowError e) {
      return new Outcome.Failed<>(
          Diagnostic.error(
              DiagnosticCode.EVAL_LIMIT_ERROR,
              "evaluation nests too deeply for the thread's stack"));
    }
    if (state.firstBuiltinError().isPresent()) {
      return new Outcome.Failed<>(state.firstBuiltinError().get());
    }
    return result == null ? new Outcome.Undefined<>() : new Outcome.Defined<>(result);
  }
}
