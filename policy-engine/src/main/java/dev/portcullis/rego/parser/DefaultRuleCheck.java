package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a default rule may hold: its value is a constant, its arguments are variables. */
final class DefaultRuleCheck extends TermWalker {
  private final TokenCursor cursor;
  private final int place;

  DefaultRuleCheck(TokenCursor cursor, int place) {
    this.cursor = cursor;
    this.place = place;
  }

  void value(Term value) {
    term(value);
  }

  /** Visits a part of the value. Comprehensions stand for themselves. */
  @Override
  public void term(Term term) {
    if (term instanceof Term.Ref || term instanceof Term.Var || term instanceof Term.Call) {
      cursor.fault(
          place, "illegal default rule (value cannot contain " + Terms.kindName(term) + ")");
    } else if (!(term instanceof Term.ArrayComprehension
        || term instanceof Term.SetComprehension
        || term instanceof Term.ObjectComprehension)) {
      super.term(term);
    }
  }

  void arguments(List<Term> arguments) {
    Set<String> seen = new HashSet<>();
    for (Term argument : arguments) {
      if (!(argument instanceof Term.Var variable)) {
        cursor.fault(
            place,
            "illegal default rule (arguments cannot contain " + Terms.kindName(argument) + ")");
      } else if (!seen.add(variable.name())) {
        cursor.fault(
            place, "illegal default rule (arguments cannot be repeated " + variable.name() + ")");
      }
    }
  }
}
