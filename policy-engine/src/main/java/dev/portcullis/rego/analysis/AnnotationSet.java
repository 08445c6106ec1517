package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metadata annotations of a program, by what they speak of. */
public final class AnnotationSet {
  private record Placed(Annotations annotations, List<Term> path) {}

  private final Map<Rule, List<Placed>> byRule = new IdentityHashMap<>();
  private final Map<List<Term>, Placed> byPackage = new HashMap<>();
  private final Map<List<Term>, Placed> byPath = new HashMap<>();
  private final Problems problems;

  /** Collects the annotations of modules whose references are resolved. */
  public AnnotationSet(List<Module> modules, Problems problems) {
    this.problems = problems;
    for (Module module : modules) {
      for (Annotations annotations : module.annotations()) {
        add(module, annotations);
      }
    }
  }

  private void add(Module module, Annotations annotations) {
    List<Term> packagePath = module.packagePath().path();
    Optional<Rule> target =
        annotations.target().filter(i -> i < module.rules().size()).map(module.rules()::get);
    switch (annotations.scope()) {
      case RULE ->
          target.ifPresent(
              rule ->
                  byRule
                      .computeIfAbsent(rule, r -> new ArrayList<>())
                      .add(new Placed(annotations, path(rule))));
      case DOCUMENT -> target.ifPresent(rule -> put(byPath, new Placed(annotations, path(rule))));
      case PACKAGE -> put(byPackage, new Placed(annotations, packagePath));
      case SUBPACKAGES -> put(byPath, new Placed(annotations, packagePath));
    }
  }

  private void put(Map<List<Term>, Placed> map, Placed placed) {
    Placed before = map.putIfAbsent(placed.path, placed);
    if (before != null) {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR,
          placed.annotations.span(),
          placed.annotations.scope().wireName()
              + " annotation redeclared: "
              + before.annotations.span().source().name()
              + ":"
              + before.annotations.span().row());
    }
  }

  private static List<Term> path(Rule rule) {
    return List.copyOf(RuleTree.constantPrefix(rule.head().ref()));
  }

  /**
   * Returns the annotations that hold for a rule, from those of its subpackages down to its own.
   */
  public List<Annotations> of(Rule rule, Module module) {
    List<Annotations> result = new ArrayList<>();
    for (Placed placed : subpackages(module.packagePath().path())) {
      result.add(placed.annotations);
    }
    Optional.ofNullable(byPackage.get(module.packagePath().path()))
        .ifPresent(placed -> result.add(placed.annotations));
    Optional.ofNullable(byPath.get(path(rule))).ifPresent(placed -> result.add(placed.annotations));
    byRule.getOrDefault(rule, List.of()).forEach(placed -> result.add(placed.annotations));
    return result;
  }

  private List<Placed> subpackages(List<Term> packagePath) {
    List<Placed> result = new ArrayList<>();
    for (int length = 1; length <= packagePath.size(); length++) {
      Optional.ofNullable(byPath.get(packagePath.subList(0, length))).ifPresent(result::add);
    }
    return result;
  }

  private List<Placed> nearestFirst(Rule rule) {
    return byRule.getOrDefault(rule, List.of()).stream()
        .sorted(Comparator.comparingInt((Placed p) -> p.annotations.span().start()).reversed())
        .toList();
  }

  /** Returns what {@code rego.metadata.rule()} gives in a rule. */
  public Value ruleMetadata(Rule rule) {
    List<Placed> own = nearestFirst(rule);
    return own.isEmpty() ? ObjectValue.EMPTY : fields(own.get(0).annotations);
  }

  /** Returns what {@code rego.metadata.chain()} gives in a rule. */
  public Value chain(Rule rule, Module module) {
    List<Value> links = new ArrayList<>();
    List<Placed> own = nearestFirst(rule);
    own.forEach(placed -> links.add(link(placed)));
    if (own.isEmpty()) {
      links.add(ObjectValue.of(StringValue.of("path"), pathValue(path(rule))));
    }
    List<Term> packagePath = module.packagePath().path();
    Optional.ofNullable(byPath.get(path(rule))).ifPresent(placed -> links.add(link(placed)));
    Optional.ofNullable(byPackage.get(packagePath)).ifPresent(placed -> links.add(link(placed)));
    List<Placed> around = subpackages(packagePath);
    for (int i = around.size() - 1; i >= 0; i--) {
      links.add(link(around.get(i)));
    }
    return ArrayValue.of(links);
  }

  private static Value link(Placed placed) {
    return ObjectValue.builder(2)
        .put(StringValue.of("path"), pathValue(placed.path))
        .put(StringValue.of("annotations"), fields(placed.annotations))
        .build();
  }

  private static Value pathValue(List<Term> path) {
    List<Value> values = new ArrayList<>();
    path.forEach(step -> Constants.value(step).ifPresent(values::add));
    return ArrayValue.of(values);
  }

  private static Value fields(Annotations annotations) {
    StringValue scope = StringValue.of("scope");
    if (annotations.fields().containsKey(scope)) {
      return annotations.fields();
    }
    ObjectValue.Builder builder = ObjectValue.builder(annotations.fields().size() + 1);
    annotations.fields().forEach(builder::put);
    return builder.put(scope, StringValue.of(annotations.scope().wireName())).build();
  }
}
