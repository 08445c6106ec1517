package dev.portcullis.rego.ast;

import dev.portcullis.api.value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** Which annotations speak of a rule. */
final class RuleAnnotations {
  private RuleAnnotations() {}

  /** Returns the fields of the annotations that stand before the rule or speak of its document. */
  static List<ObjectValue> of(Module module, int rule) {
    List<ObjectValue> fields = new ArrayList<>();
    for (Annotations annotations : module.annotations()) {
      if (annotations.target().isEmpty()) {
        continue;
      }
      int target = annotations.target().get();
      boolean sameDocument =
          module.rules().get(target).head().ref().equals(module.rules().get(rule).head().ref());
      if ((annotations.scope() == Annotations.Scope.RULE && target == rule)
          || (annotations.scope() == Annotations.Scope.DOCUMENT && sameDocument)) {
        fields.add(annotations.fields());
      }
    }
    return fields;
  }
}
