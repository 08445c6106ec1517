package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one expression: a call against its function's signature, or the sides of an equality. */
final class ExpressionChecker {
  private final Functions functions;
  private final TypeEnvironment environment;
  private final TermUnifier unifier;
  private final boolean comparisonIsEquality;

  /**
   * Creates a checker.
   *
   * @param comparisonIsEquality whether {@code ==} is checked as {@code =}: in rules it is
   */
  ExpressionChecker(
      Functions functions, TypeEnvironment environment, boolean comparisonIsEquality) {
    this.functions = functions;
    this.comparisonIsEquality = comparisonIsEquality;
    this.environment = environment;
    this.unifier = new TermUnifier(environment);
  }

  Optional<TypeError> check(Expr expr) {
    for (Expr.With with : expr.with()) {
      Optional<TypeError> error = replacement(with);
      if (error.isPresent()) {
        return error;
      }
    }
    Optional<Term.Call> named = Flattener.namedCall(expr);
    if (named.isPresent()) {
      List<Term> arguments = new ArrayList<>(named.get().arguments());
      arguments.add(Terms.call(expr).orElseThrow().arguments().get(0));
      return call(expr.span(), named.get().operator(), arguments);
    }
    Optional<Term.Call> call = Terms.call(expr);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    boolean comparison =
        comparisonIsEquality
            && Terms.isCallOf(call.get(), "equal")
            && call.get().arguments().size() == 2;
    if (comparison || Terms.isEquality(expr)) {
      return equality(expr.span(), call.get());
    }
    return call(expr.span(), call.get().operator(), call.get().arguments());
  }

  private Optional<TypeError> replacement(Expr.With with) {
    if (typeOfName(with.target()) instanceof RegoType.Function target
        && typeOfName(with.value()) instanceof RegoType.Function value
        && !Unification.unifies(target, value)) {
      return Optional.of(
          error(
              with.span(),
              TermText.of(with.target()) + ": arity mismatch",
              value.arguments(),
              wanted(with.target(), target, false)));
    }
    return Optional.empty();
  }

  private RegoType typeOfName(Term term) {
    return term instanceof Term.Var v
        ? environment.ofReference(new Term.Ref(v.span(), v, List.of()))
        : environment.of(term);
  }

  private List<RegoType> types(List<Term> terms) {
    List<RegoType> types = new ArrayList<>();
    terms.forEach(term -> types.add(environment.of(term)));
    return types;
  }

  private Optional<TypeError> equality(Span span, Term.Call call) {
    if (call.arguments().size() != 2) {
      String problem = call.arguments().size() < 2 ? "too few arguments" : "too many arguments";
      return Optional.of(error(span, "eq: " + problem, types(call.arguments()), "(any, any)"));
    }
    Term left = call.arguments().get(0);
    Term right = call.arguments().get(1);
    RegoType leftType = environment.of(left);
    RegoType rightType = environment.of(right);
    if (unifier.equal(left, right)) {
      return Optional.empty();
    }
    String detail = "left  : " + TypeText.of(leftType) + "\nright : " + TypeText.of(rightType);
    boolean unknown = Types.hasUnknown(leftType) || Types.hasUnknown(rightType);
    return Optional.of(new TypeError(span, "match error", detail, unknown));
  }

  private Optional<TypeError> call(Span span, Term.Ref operator, List<Term> arguments) {
    RegoType type = environment.ofReference(operator);
    if (Types.isAny(type)) {
      return Optional.empty();
    }
    if (!(type instanceof RegoType.Function function)) {
      return Optional.of(
          new TypeError(span, "undefined function " + TermText.of(operator), "", false));
    }
    List<RegoType> wanted = new ArrayList<>(function.arguments());
    function.result().ifPresent(wanted::add);
    if (arguments.size() > wanted.size() && function.variadic().isEmpty()) {
      return Optional.of(mismatch(span, operator, function, "too many arguments", arguments));
    }
    if (arguments.size() < function.arguments().size()) {
      return Optional.of(mismatch(span, operator, function, "too few arguments", arguments));
    }
    List<RegoType> before = types(arguments);
    for (int i = 0; i < arguments.size(); i++) {
      RegoType want = i < wanted.size() ? wanted.get(i) : function.variadic().orElse(RegoType.ANY);
      boolean known = !Types.hasUnknown(before.get(i));
      if (known && !Unification.unifies(before.get(i), want)) {
        return Optional.of(
            error(
                span,
                TermText.of(operator) + ": invalid argument(s)",
                before,
                wanted(operator, function, true)));
      }
      if (!unifier.fits(arguments.get(i), want, false)) {
        return Optional.of(mismatch(span, operator, function, "invalid argument(s)", arguments));
      }
    }
    return Optional.empty();
  }

  private TypeError mismatch(
      Span span,
      Term.Ref operator,
      RegoType.Function function,
      String problem,
      List<Term> arguments) {
    return error(
        span,
        TermText.of(operator) + ": " + problem,
        types(arguments),
        wanted(operator, function, true));
  }

  private String wanted(Term operator, RegoType.Function function, boolean withResult) {
    Optional<Builtin> builtin = functions.builtin(operator);
    if (builtin.isPresent()) {
      return Signatures.parameters(builtin.get(), withResult);
    }
    List<RegoType> types = new ArrayList<>(function.arguments());
    if (withResult) {
      function.result().ifPresent(types::add);
    }
    return TypeText.list(types);
  }

  private static TypeError error(Span span, String message, List<RegoType> have, String want) {
    boolean unknown = have.stream().anyMatch(Types::hasUnknown);
    return new TypeError(span, message, Signatures.detail(have, want), unknown);
  }
}
