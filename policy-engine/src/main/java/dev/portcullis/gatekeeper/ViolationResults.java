package dev.portcullis.gatekeeper;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the rule {@code violation} of a template gives, as Gatekeeper's query {@code
 * violation[r]} does: {@code r.msg} is the message, {@code r.details} the details.
 */
final class ViolationResults {
  private static final String POINTER = "pointer";

  private ViolationResults() {}

  /**
   * A violation.
   *
   * @param message its message
   * @param details its details; an empty object if it has none
   * @param pointer the JSON pointer, within the reviewed object, of what is wrong
   */
  record Finding(String message, Value details, String pointer) {}

  static void read(Value result, Consumer<Finding> finding, Consumer<Diagnostic> error) {
    if (result instanceof SetValue set) {
      set.forEach(element -> element(element, finding, error));
    } else if (result instanceof ObjectValue object) {
      object.keysInOrder().forEach(key -> element(key, finding, error));
    } else if (result instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        element(NumberValue.of(i), finding, error);
      }
    }
  }

  private static void element(
      Value element, Consumer<Finding> finding, Consumer<Diagnostic> error) {
    Value message = element instanceof ObjectValue object ? object.get("msg") : null;
    if (message == null) {
      return;
    }
    if (!(message instanceof StringValue text)) {
      error.accept(
          Diagnostic.error(
              DiagnosticCode.EVAL_TYPE_ERROR,
              "the msg of a violation must be a string, is " + message.kind().typeName()));
      return;
    }
    Value details = ((ObjectValue) element).get("details");
    finding.accept(
        new Finding(text.value(), details == null ? ObjectValue.EMPTY : details, pointer(details)));
  }

  /** A policy may name its subject in {@code details.pointer}. */
  private static String pointer(@Nullable Value details) {
    return details instanceof ObjectValue object
            && object.get(POINTER) instanceof StringValue pointer
            && pointer.value().startsWith("/")
        ? pointer.value()
        : "";
  }
}
