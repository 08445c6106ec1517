package dev.portcullis.rego.analysis.safety;

import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Orders the expressions of flat bodies such that each has the variables that it needs when those
 * before it hold. An expression is taken as soon as it can be; among those that can, the order of
 * the source holds.
 */
public final class BodyOrder {
  private final Functions functions;
  private final Names names;
  private final Outputs outputs;

  /** Creates an order for a program with {@code functions}. */
  public BodyOrder(Functions functions, Names names) {
    this.functions = functions;
    this.names = names;
    this.outputs = new Outputs(functions);
  }

  /**
   * Returns the body in order, its closures too; if there is none, reports the variables without a
   * value and returns the body as it is.
   */
  public Body order(Body body, Set<String> given, Problems problems) {
    Known globals = new Known(Optional.empty());
    globals.addAll(Set.of("input", "data"));
    globals.addAll(given);
    UnsafeVariables unsafe = new UnsafeVariables();
    Body ordered = reorder(body, globals, unsafe);
    if (unsafe.isEmpty()) {
      return ordered;
    }
    unsafe.report(problems);
    return body;
  }

  /** An expression while it waits for its turn. */
  private static final class Node {
    private final Expr expr;
    private final Expr asEquality;
    private final Set<String> visible;
    private Set<String> closedOver = Set.of();
    private Set<String> missing;

    Node(Expr expr, Expr asEquality, Set<String> visible) {
      this.expr = expr;
      this.asEquality = asEquality;
      this.visible = visible;
      this.missing = new HashSet<>(visible);
    }
  }

  private Body reorder(Body body, Known globals, UnsafeVariables unsafe) {
    List<Node> nodes = new ArrayList<>();
    Set<String> bodyVariables = new HashSet<>();
    for (Expr expr : body.exprs()) {
      Expr view = equalityView(expr);
      Node node = new Node(expr, view, VisibleVariables.of(view, functions));
      nodes.add(node);
      bodyVariables.addAll(node.visible);
    }
    Known safe = new Known(Optional.empty());
    for (String name : bodyVariables) {
      if (globals.contains(name)) {
        safe.add(name);
      }
    }
    for (Node node : nodes) {
      node.missing.removeIf(safe::contains);
      node.closedOver = closedOver(node.expr, bodyVariables, globals);
    }
    List<Node> ordered = take(nodes, safe);
    Set<Node> done = new HashSet<>(ordered);
    for (Node node : nodes) {
      if (!done.contains(node)) {
        unsafe.add(node.expr, node.missing);
      }
    }
    return closures(body, ordered, globals, unsafe);
  }

  private Expr equalityView(Expr expr) {
    return asEquality(expr, () -> names.generated(expr.span()));
  }

  /** Returns {@code some k, v in d} as {@code v = d[k]}, any other expression as it is. */
  public static Expr asEquality(Expr expr, Supplier<Term> noKey) {
    if (!(expr.statement() instanceof Expr.SomeIn in)) {
      return expr;
    }
    Term key = in.key().orElseGet(noKey);
    List<Term> path = new ArrayList<>();
    Term head = in.domain();
    if (in.domain() instanceof Term.Ref ref) {
      head = ref.head();
      path.addAll(ref.path());
    }
    path.add(key);
    Term.Ref element = new Term.Ref(in.domain().span(), head, path);
    return new Expr(
        expr.span(),
        expr.negated(),
        new Expr.TermStatement(Terms.equality(in.span(), in.value(), element)),
        expr.with());
  }

  private Set<String> closedOver(Expr expr, Set<String> bodyVariables, Known globals) {
    ClosureContents contents = new ClosureContents();
    contents.expr(expr);
    Set<String> result = new HashSet<>();
    for (String name : contents.variables.names()) {
      if (bodyVariables.contains(name) && !globals.contains(name)) {
        result.add(name);
      }
    }
    return result;
  }

  /** Takes expressions in rounds; an expression is looked at again when something it needs came. */
  private List<Node> take(List<Node> nodes, Known safe) {
    Map<String, List<Integer>> users = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      int at = i;
      Set<String> needs = new HashSet<>(nodes.get(i).visible);
      needs.addAll(nodes.get(i).closedOver);
      needs.forEach(name -> users.computeIfAbsent(name, n -> new ArrayList<>()).add(at));
    }
    List<Node> ordered = new ArrayList<>();
    boolean[] taken = new boolean[nodes.size()];
    TreeSet<Integer> round = new TreeSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      round.add(i);
    }
    while (!round.isEmpty()) {
      TreeSet<Integer> nextRound = new TreeSet<>();
      while (!round.isEmpty()) {
        int at = round.pollFirst();
        Node node = nodes.get(at);
        Set<String> made = taken[at] ? Set.of() : attempt(node, safe, ordered);
        if (!ordered.isEmpty() && ordered.get(ordered.size() - 1) == node) {
          taken[at] = true;
        }
        for (String name : made) {
          if (safe.add(name)) {
            for (int user : users.getOrDefault(name, List.of())) {
              (user > at ? round : nextRound).add(user);
            }
          }
        }
      }
      round = nextRound;
    }
    return ordered;
  }

  private Set<String> attempt(Node node, Known safe, List<Node> ordered) {
    Set<String> made = outputs.of(node.asEquality, safe);
    if (!node.closedOver.isEmpty()) {
      if (node.closedOver.equals(made)) {
        return Set.of();
      }
      node.missing = new HashSet<>(node.closedOver);
    }
    node.missing.removeIf(name -> made.contains(name) || safe.contains(name));
    if (!node.missing.isEmpty()) {
      return Set.of();
    }
    ordered.add(node);
    return made;
  }

  private Body closures(Body body, List<Node> ordered, Known globals, UnsafeVariables unsafe) {
    Known around = new Known(Optional.of(globals));
    List<Expr> exprs = new ArrayList<>();
    for (Node node : ordered) {
      exprs.add(new Closures(node.expr, around, unsafe).expr(node.expr));
      around.addAll(node.visible);
    }
    return new Body(body.span(), exprs);
  }

  /** Orders the bodies of the closures of an expression. */
  private final class Closures extends TermRewriter {
    private final Expr owner;
    private final Known around;
    private final UnsafeVariables unsafe;

    Closures(Expr owner, Known around, UnsafeVariables unsafe) {
      this.owner = owner;
      this.around = around;
      this.unsafe = unsafe;
    }

    @Override
    public Term term(Term term) {
      if (term instanceof Term.ArrayComprehension c) {
        Body body = closure(c.body(), Variables.allIn(c.head()));
        return new Term.ArrayComprehension(c.span(), c.head(), body);
      }
      if (term instanceof Term.SetComprehension c) {
        Body body = closure(c.body(), Variables.allIn(c.head()));
        return new Term.SetComprehension(c.span(), c.head(), body);
      }
      if (term instanceof Term.ObjectComprehension c) {
        Set<String> heads = new HashSet<>(Variables.allIn(c.key()));
        heads.addAll(Variables.allIn(c.value()));
        return new Term.ObjectComprehension(c.span(), c.key(), c.value(), closure(c.body(), heads));
      }
      return super.term(term);
    }

    @Override
    public Expr.Statement statement(Expr.Statement statement) {
      if (statement instanceof Expr.Every every) {
        Set<String> locals = new HashSet<>(Variables.allIn(every.value()));
        every.key().ifPresent(key -> locals.addAll(Variables.allIn(key)));
        around.addAll(locals);
        Body body = closure(every.body(), Set.of());
        return new Expr.Every(every.span(), every.key(), every.value(), every.domain(), body);
      }
      if (statement instanceof Expr.NotBody not) {
        return new Expr.NotBody(not.span(), closure(not.body(), Set.of()), not.braces());
      }
      if (statement instanceof Expr.Logical logical) {
        return new Expr.Logical(
            logical.span(), logical.operator(), operand(logical.left()), operand(logical.right()));
      }
      return super.statement(statement);
    }

    private Expr.Operand operand(Expr.Operand operand) {
      return new Expr.Operand(closure(operand.body(), Set.of()), operand.braces());
    }

    private Body closure(Body body, Set<String> heads) {
      Set<String> missing = new HashSet<>(heads);
      missing.removeIf(around::contains);
      if (!missing.isEmpty()) {
        VisibleVariables visible = new VisibleVariables(functions);
        visible.body(body);
        missing.removeAll(visible.names());
      }
      if (!missing.isEmpty()) {
        unsafe.add(owner, missing);
      }
      UnsafeVariables inner = new UnsafeVariables();
      Body ordered = reorder(body, around, inner);
      unsafe.addAll(inner);
      return inner.isEmpty() ? ordered : body;
    }
  }

  /** The variables of an expression's closures. */
  private static final class ClosureContents extends TermWalker {
    private final Variables variables = Variables.all();

    @Override
    public void term(Term term) {
      if (Variables.isComprehension(term)) {
        variables.term(term);
      } else {
        super.term(term);
      }
    }

    @Override
    public void statement(Expr.Statement statement) {
      if (statement instanceof Expr.Every every) {
        variables.body(every.body());
        term(every.domain());
      } else if (statement instanceof Expr.NotBody not) {
        variables.body(not.body());
      } else if (statement instanceof Expr.Logical logical) {
        variables.body(logical.left().body());
        variables.body(logical.right().body());
      } else {
        super.statement(statement);
      }
    }
  }
}
