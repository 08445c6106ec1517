package dev.portcullis.engine;

import dev.portcullis.api.Document;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.runtime.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of plain modules, in the manner of conftest: their input is the document, and what they
 * hold are messages, or objects with a {@code msg}.
 *
 * @param rules the rules, in the order of their ids
 */
record PlainPolicies(List<PlainRule> rules) {
  PlainPolicies {
    rules = List.copyOf(rules);
  }

  /** Judges a document. */
  void evaluate(
      Document document,
      Evaluation evaluation,
      Consumer<Violation> violations,
      Consumer<EvaluationError> errors) {
    Evaluation withInput = evaluation.withInput(document.value());
    for (PlainRule rule : rules) {
      Consumer<Diagnostic> failed = error -> errors.accept(error(rule, document, error));
      Outcome<Value> outcome = rule.messages().evaluate(withInput);
      if (outcome instanceof Outcome.Failed<Value> failure) {
        failed.accept(failure.error());
      } else if (outcome instanceof Outcome.Defined<Value> defined
          && saysSomething(defined.result())
          && !isExcepted(rule, withInput, failed)) {
        read(rule, defined.result(), document, violations, failed);
      }
    }
  }

  private static boolean saysSomething(Value result) {
    return result != BooleanValue.FALSE
        && !(result instanceof SetValue set && set.size() == 0)
        && !(result instanceof ArrayValue array && array.size() == 0);
  }

  private static boolean isExcepted(
      PlainRule rule, Evaluation evaluation, Consumer<Diagnostic> failed) {
    if (rule.exceptions().isEmpty()) {
      return false;
    }
    Outcome<Value> outcome = rule.exceptions().get().evaluate(evaluation);
    if (outcome instanceof Outcome.Failed<Value> failure) {
      failed.accept(failure.error());
    }
    return outcome instanceof Outcome.Defined<Value> defined
        && elements(defined.result()).stream()
            .flatMap(names -> elements(names).stream())
            .anyMatch(StringValue.of(rule.exceptionName())::equals);
  }

  private static List<Value> elements(Value value) {
    if (value instanceof SetValue set) {
      return set.sorted().asList();
    }
    return value instanceof ArrayValue array ? array.asList() : List.of();
  }

  private static void read(
      PlainRule rule,
      Value result,
      Document document,
      Consumer<Violation> violations,
      Consumer<Diagnostic> failed) {
    if (result == BooleanValue.TRUE) {
      violations.accept(violation(rule, document, rule.id() + " is true", ObjectValue.EMPTY));
      return;
    }
    if (!(result instanceof SetValue) && !(result instanceof ArrayValue)) {
      failed.accept(
          Diagnostic.error(
              DiagnosticCode.EVAL_TYPE_ERROR,
              rule.id() + " must be a set of messages, is " + result.kind().typeName(),
              rule.location()));
      return;
    }
    for (Value element : elements(result)) {
      if (element instanceof StringValue text) {
        violations.accept(violation(rule, document, text.value(), ObjectValue.EMPTY));
      } else if (element instanceof ObjectValue object
          && object.get("msg") instanceof StringValue text) {
        violations.accept(violation(rule, document, text.value(), object));
      } else {
        failed.accept(
            Diagnostic.error(
                DiagnosticCode.EVAL_TYPE_ERROR,
                "a message of "
                    + rule.id()
                    + " must be a string, or an object whose msg is a string",
                rule.location()));
      }
    }
  }

  private static Violation violation(
      PlainRule rule, Document document, String message, ObjectValue object) {
    Value details = details(object);
    PlainRule.Description description = rule.description();
    return new Violation(
        rule.id(),
        Optional.empty(),
        message,
        details,
        text(object.get("severity")).flatMap(PolicySeverity::parse).or(description::severity),
        rule.action(),
        List.of(rule.action().wireName()),
        document,
        pointer(details),
        document.identity(),
        description.remediation(),
        description.custom());
  }

  /** All that the object says beside its message; its {@code details} where that is everything. */
  private static Value details(ObjectValue object) {
    ObjectValue.Builder rest = ObjectValue.builder(object.size());
    object.forEach(
        (key, value) -> {
          if (!key.equals(StringValue.of("msg"))) {
            rest.put(key, value);
          }
        });
    ObjectValue result = rest.build();
    Value own = result.get("details");
    return own != null && result.size() == 1 ? own : result;
  }

  private static String pointer(Value details) {
    return details instanceof ObjectValue object
        ? text(object.get("pointer")).filter(p -> p.startsWith("/")).orElse("")
        : "";
  }

  private static Optional<String> text(@Nullable Value value) {
    return value instanceof StringValue string ? Optional.of(string.value()) : Optional.empty();
  }

  private static EvaluationError error(PlainRule rule, Document document, Diagnostic error) {
    return new EvaluationError(
        rule.id(),
        Optional.empty(),
        error,
        rule.action(),
        List.of(rule.action().wireName()),
        document,
        document.identity());
  }
}
