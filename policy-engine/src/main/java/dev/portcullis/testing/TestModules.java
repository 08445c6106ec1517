package dev.portcullis.testing;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the tests of modules and makes them ready: rules of one name get names of their own, and
 * rules with cases note each case that they begin.
 */
final class TestModules {
  private static final String TEST = "test_";
  private static final String SKIPPED = "todo_test_";

  private final Map<String, Integer> seen = new HashMap<>();
  private final List<RegoTest> tests = new ArrayList<>();
  private final List<Module> ready = new ArrayList<>();

  TestModules(List<Module> modules) {
    modules.forEach(this::add);
  }

  /** Returns the tests, in the order of modules and rules. */
  List<RegoTest> tests() {
    return tests;
  }

  /** Returns the modules to compile in place of the given ones. */
  List<Module> modules() {
    return ready;
  }

  private void add(Module module) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : module.rules()) {
      int depth = rule.head().isFunction() ? -1 : nameDepth(rule.head().ref());
      rules.add(depth < 0 ? rule : test(module, rule, depth));
    }
    ready.add(
        new Module(
            module.source(),
            module.version(),
            module.packageSpan(),
            module.packagePath(),
            module.imports(),
            rules,
            module.comments(),
            module.annotations()));
  }

  /**
   * Returns how many constants of the path of {@code ref} go before the end of the test's name; -1
   * if the rule is no test.
   */
  private static int nameDepth(Term.Ref ref) {
    if (ref.head() instanceof Term.Var v && isTestName(v.name())) {
      return 0;
    }
    for (int i = 0; i < ref.path().size(); i++) {
      if (!(ref.path().get(i) instanceof Term.Scalar part)) {
        return -1;
      }
      if (part.value() instanceof StringValue text && isTestName(text.value())) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isTestName(String name) {
    return name.startsWith(TEST) || name.startsWith(SKIPPED);
  }

  private Rule test(Module module, Rule rule, int depth) {
    Term.Ref ref = rule.head().ref();
    String packageName = AstText.of(module.packagePath());
    Term.Ref name = new Term.Ref(ref.span(), ref.head(), ref.path().subList(0, depth));
    boolean skipped = lastName(name).startsWith(SKIPPED);
    Rule result = rule;
    if (!skipped) {
      int earlier = seen.merge(packageName + "." + AstText.of(name), 1, Integer::sum) - 1;
      if (earlier > 0) {
        name = renamed(name, String.format("%s#%02d", lastName(name), earlier));
        result = withName(rule, name);
      }
      if (depth < ref.path().size()) {
        result = CaseNotes.insert(result, ref.path().subList(depth, ref.path().size()));
      }
    }
    tests.add(
        new RegoTest(
            rule.span().location(),
            packageName,
            text(name),
            path(module.packagePath(), name),
            skipped,
            hasCases(rule)));
    return result;
  }

  /** A name with a number is no plain name, so the text of the tree would put it in brackets. */
  private static String text(Term.Ref name) {
    Term.Ref before =
        name.path().isEmpty()
            ? name
            : new Term.Ref(
                name.span(), name.head(), name.path().subList(0, name.path().size() - 1));
    String last = lastName(name);
    if (name.path().isEmpty()) {
      return last;
    }
    return last.contains("#") ? AstText.of(before) + "[\"" + last + "\"]" : AstText.of(name);
  }

  private static boolean hasCases(Rule rule) {
    return rule.head().kind() == Rule.Kind.SINGLE_VALUE
        && rule.head().ref().path().stream().anyMatch(step -> !(step instanceof Term.Scalar));
  }

  private static String lastName(Term.Ref name) {
    if (name.path().isEmpty()) {
      return ((Term.Var) name.head()).name();
    }
    Term last = name.path().get(name.path().size() - 1);
    return ((StringValue) ((Term.Scalar) last).value()).value();
  }

  private static Term.Ref renamed(Term.Ref name, String last) {
    if (name.path().isEmpty()) {
      return new Term.Ref(name.span(), new Term.Var(name.head().span(), last), List.of());
    }
    List<Term> path = new ArrayList<>(name.path());
    Term old = path.remove(path.size() - 1);
    path.add(new Term.Scalar(old.span(), StringValue.of(last)));
    return new Term.Ref(name.span(), name.head(), path);
  }

  private static Rule withName(Rule rule, Term.Ref name) {
    Rule.Head head = rule.head();
    List<Term> path = new ArrayList<>(name.path());
    path.addAll(head.ref().path().subList(path.size(), head.ref().path().size()));
    Rule.Head newHead =
        new Rule.Head(
            head.span(),
            head.kind(),
            new Term.Ref(head.ref().span(), name.head(), path),
            head.arguments(),
            head.key(),
            head.value(),
            head.valueWritten(),
            head.assigned());
    return new Rule(
        rule.span(),
        newHead,
        rule.body(),
        rule.bodyWritten(),
        rule.otherwise().map(next -> withName(next, name)),
        rule.isDefault());
  }

  private static List<String> path(Term.Ref packagePath, Term.Ref name) {
    List<String> path = new ArrayList<>();
    packagePath.path().forEach(step -> path.add(key(step)));
    path.add(((Term.Var) name.head()).name());
    name.path().forEach(step -> path.add(key(step)));
    return path;
  }

  private static String key(Term step) {
    return step instanceof Term.Scalar scalar && scalar.value() instanceof StringValue text
        ? text.value()
        : AstText.of(step);
  }
}
