package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.RuleTree;
import dev.portcullis.rego.analysis.safety.BodyOrder;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Infers the types of rules, one after those that it reads, and reports what cannot be. */
public final class TypeChecker {
  private static final RegoType OPTIONAL = RegoType.setOf(RegoType.ANY);

  private final Functions functions;
  private final Problems problems;
  private final TypeEnvironment rules;
  private boolean inRule;
  private int keys;
  private final Map<Term, RegoType> comprehensionTypes = new IdentityHashMap<>();

  /** Creates a checker that knows the builtins of {@code options}. */
  public TypeChecker(Functions functions, AnalysisOptions options, Problems problems) {
    this.functions = functions;
    this.problems = problems;
    TypeEnvironment base = new TypeEnvironment(Optional.empty(), this::ofComprehension);
    for (Builtin builtin : options.builtins().values()) {
      putFunction(base, builtin.name(), Types.normal(builtin.type()));
    }
    putFunction(
        base,
        Flattener.PRINT,
        new RegoType.Function(
            List.of(RegoType.arrayOf(OPTIONAL)), Optional.empty(), Optional.empty()));
    putFunction(
        base,
        Flattener.TEMPLATE,
        new RegoType.Function(
            List.of(RegoType.arrayOf(RegoType.ANY)),
            Optional.empty(),
            Optional.of(RegoType.STRING)));
    this.rules = base.inner();
  }

  private static void putFunction(TypeEnvironment environment, String name, RegoType type) {
    List<String> names = List.of(name.split("\\."));
    List<Value> path = new ArrayList<>();
    names.subList(1, names.size()).forEach(n -> path.add(StringValue.of(n)));
    environment.tree(names.get(0)).put(path, type);
  }

  /** Notes a rule of which nothing is known. */
  public void skip(Rule rule) {
    data().put(constantPath(rule), RegoType.ANY);
  }

  private TypeTree data() {
    return rules.tree("data");
  }

  private static List<Value> constantPath(Rule rule) {
    List<Value> path = new ArrayList<>();
    for (Term step : RuleTree.constantPrefix(rule.head().ref())) {
      path.add(((Term.Scalar) step).value());
    }
    return path;
  }

  /** Checks a flat rule, whose body is in order, without regard to its {@code else}. */
  public void check(Rule rule, List<TypeOverride> overrides) {
    report(errors(rule, overrides));
  }

  /** Infers the type of a rule that has been checked before. */
  public void infer(Rule rule) {
    errors(rule, List.of());
  }

  private List<TypeError> errors(Rule rule, List<TypeOverride> overrides) {
    inRule = true;
    TypeEnvironment around = rules.inner();
    overrides.forEach(override -> override.apply(around));
    List<TypeError> errors = new ArrayList<>();
    TypeEnvironment environment = body(rule.body(), around, errors);
    if (!errors.isEmpty()) {
      skip(rule);
      return errors;
    }
    RegoType type = ofRule(rule, environment);
    if (!type.equals(Types.UNKNOWN)) {
      data().insert(constantPath(rule), type);
    }
    return errors;
  }

  /** Checks a flat query, whose body is in order. */
  public void check(Body query) {
    inRule = false;
    List<TypeError> errors = new ArrayList<>();
    body(query, rules, errors);
    report(errors);
  }

  private void report(List<TypeError> errors) {
    for (TypeError e : errors) {
      problems.error(DiagnosticCode.REGO_TYPE_ERROR, e.span(), e.message(), e.detail());
    }
  }

  private static RegoType ofRule(Rule rule, TypeEnvironment environment) {
    Rule.Head head = rule.head();
    if (head.arguments().isPresent()) {
      List<RegoType> arguments = new ArrayList<>();
      for (Term argument : head.arguments().get()) {
        new UnusedArguments(environment).term(argument);
        arguments.add(environment.of(argument));
      }
      return new RegoType.Function(arguments, Optional.empty(), head.value().map(environment::of));
    }
    RegoType type =
        head.kind() == Rule.Kind.MULTI_VALUE
            ? head.key().map(environment::of).orElse(Types.UNKNOWN)
            : head.value().map(environment::of).orElse(Types.UNKNOWN);
    if (type.equals(Types.UNKNOWN)) {
      return type;
    }
    if (head.kind() == Rule.Kind.MULTI_VALUE) {
      type = RegoType.setOf(type);
    }
    List<Term> path = head.ref().path();
    int constant = RuleTree.constantPrefix(head.ref()).size();
    for (int i = path.size() - 1; i >= constant; i--) {
      RegoType key = environment.of(path.get(i));
      if (key.equals(Types.UNKNOWN)) {
        return key;
      }
      type = RegoType.objectOf(key, type);
    }
    return type;
  }

  /** An argument that the body does not speak of can be anything. */
  private static final class UnusedArguments extends TermWalker {
    private final TypeEnvironment environment;

    UnusedArguments(TypeEnvironment environment) {
      this.environment = environment;
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v
          && !Names.isRoot(v.name())
          && environment.ofVariable(v.name()).equals(Types.UNKNOWN)) {
        environment.putVariable(v.name(), RegoType.ANY);
      }
      super.term(term);
    }
  }

  private TypeEnvironment body(Body body, TypeEnvironment around, List<TypeError> errors) {
    TypeEnvironment environment = around.inner();
    for (Expr expr : body.exprs()) {
      List<TypeError> inner = new ArrayList<>();
      new Comprehensions(environment, inner).expr(expr);
      Expr view = BodyOrder.asEquality(expr, () -> new Term.Var(expr.span(), "#key" + keys++));
      ReferenceChecker references = new ReferenceChecker(environment);
      references.expr(view);
      inner.addAll(references.errors());
      Optional<TypeError> own = new ExpressionChecker(functions, environment, inRule).check(view);
      errors.addAll(inner);
      own.filter(e -> inner.isEmpty() || !e.unknown()).ifPresent(errors::add);
    }
    return environment;
  }

  /** Checks comprehensions, each once. */
  private final class Comprehensions extends TermWalker {
    private final TypeEnvironment environment;
    private final List<TypeError> errors;

    Comprehensions(TypeEnvironment environment, List<TypeError> errors) {
      this.environment = environment;
      this.errors = errors;
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.ArrayComprehension c) {
        Optional<TypeEnvironment> inner = inner(c.body());
        put(term, inner.map(env -> RegoType.arrayOf(env.of(c.head()))));
      } else if (term instanceof Term.SetComprehension c) {
        Optional<TypeEnvironment> inner = inner(c.body());
        put(term, inner.map(env -> RegoType.setOf(env.of(c.head()))));
      } else if (term instanceof Term.ObjectComprehension c) {
        Optional<TypeEnvironment> inner = inner(c.body());
        put(term, inner.map(env -> RegoType.objectOf(env.of(c.key()), env.of(c.value()))));
      } else {
        super.term(term);
      }
    }

    private Optional<TypeEnvironment> inner(Body body) {
      List<TypeError> found = new ArrayList<>();
      TypeEnvironment inner = body(body, environment, found);
      errors.addAll(found);
      return found.isEmpty() ? Optional.of(inner) : Optional.empty();
    }

    private TypeEnvironment body(Body body, TypeEnvironment around, List<TypeError> found) {
      return TypeChecker.this.body(body, around, found);
    }

    private void put(Term term, Optional<RegoType> type) {
      comprehensionTypes.put(term, type.orElse(Types.UNKNOWN));
    }
  }

  private RegoType ofComprehension(Term term, TypeEnvironment environment) {
    if (!comprehensionTypes.containsKey(term)) {
      new Comprehensions(environment, new ArrayList<>()).term(term);
    }
    return comprehensionTypes.getOrDefault(term, Types.UNKNOWN);
  }
}
