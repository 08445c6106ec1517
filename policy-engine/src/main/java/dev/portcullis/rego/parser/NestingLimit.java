package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Bounds how deep a tree may be, so that whatever recurses over one later stays within a thread's
 * stack. Long chains of operators make deep trees without any brackets, so the finished tree is
 * measured.
 */
final class NestingLimit {
  /** The levels of brackets that a text may have. */
  static final int BRACKETS = 500;

  /** The levels of terms and expressions that a tree may have. */
  static final int TREE = 1000;

  /** The rules that an {@code else} chain may have. */
  static final int ELSE_CHAIN = 1000;

  private NestingLimit() {}

  /** Returns a place that lies too deep in {@code rule}, if there is one. */
  static Optional<Span> violation(Rule rule) {
    Measure measure = new Measure();
    measure.rule(rule);
    return measure.run();
  }

  /** Returns a place that lies too deep in {@code body}, if there is one. */
  static Optional<Span> violation(Body body) {
    Measure measure = new Measure();
    measure.body(body);
    return measure.run();
  }

  /** Walks with a queue instead of the stack. */
  private static final class Measure extends TermWalker {
    private final Deque<Node> pending = new ArrayDeque<>();
    private int depth;

    private record Node(Object node, int depth) {}

    @Override
    public void term(Term term) {
      if (!(term instanceof Term.Scalar || term instanceof Term.Var)) {
        pending.push(new Node(term, depth + 1));
      }
    }

    @Override
    public void expr(Expr expr) {
      pending.push(new Node(expr, depth + 1));
    }

    Optional<Span> run() {
      while (!pending.isEmpty()) {
        Node next = pending.pop();
        depth = next.depth;
        if (next.node instanceof Term term) {
          if (depth > TREE) {
            return Optional.of(term.span());
          }
          super.term(term);
        } else if (next.node instanceof Expr expr) {
          if (depth > TREE) {
            return Optional.of(expr.span());
          }
          super.expr(expr);
        }
      }
      return Optional.empty();
    }
  }
}
