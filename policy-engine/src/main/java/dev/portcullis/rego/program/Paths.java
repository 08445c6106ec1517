package dev.portcullis.rego.program;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;

/** The paths below {@code data} that modules define. */
final class Paths {
  private Paths() {}

  /** Returns the constant paths of the package and its rules. */
  static List<List<String>> of(Module module) {
    List<List<String>> paths = new ArrayList<>();
    paths.add(of(module.packagePath()));
    for (Rule rule : module.rules()) {
      if (!rule.head().isFunction()) {
        paths.add(of(rule.head().ref()));
      }
    }
    return paths;
  }

  private static List<String> of(Term.Ref ref) {
    List<String> path = new ArrayList<>();
    for (Term step : ref.path()) {
      if (!(step instanceof Term.Scalar scalar && scalar.value() instanceof StringValue key)) {
        break;
      }
      path.add(key.value());
    }
    return path;
  }

  /**
   * Returns whether the document at {@code path} is {@code rule}'s, or contains it, or is a part of
   * it.
   */
  static boolean leadsTo(List<String> rule, List<String> path) {
    int common = Math.min(rule.size(), path.size());
    return rule.subList(0, common).equals(path.subList(0, common));
  }
}
