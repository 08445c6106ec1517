package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Terms as messages write them, with the names that the source gave the variables. */
public final class TermText implements Term.Visitor<String> {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final TermText TEXT = new TermText();

  private TermText() {}

  /** Returns the text of {@code term}. */
  public static String of(Term term) {
    return term.accept(TEXT);
  }

  /** Returns the text of the path of {@code rule}. */
  public static String of(Rule rule) {
    return of(rule.head().ref());
  }

  @Override
  public String scalar(Term.Scalar term) {
    return term.value().toString();
  }

  @Override
  public String variable(Term.Var term) {
    return Names.original(term.name());
  }

  @Override
  public String reference(Term.Ref term) {
    StringBuilder text = new StringBuilder(of(term.head()));
    for (Term step : term.path()) {
      if (step instanceof Term.Scalar scalar
          && scalar.value() instanceof StringValue name
          && NAME.matcher(name.value()).matches()) {
        text.append('.').append(name.value());
      } else {
        text.append('[').append(of(step)).append(']');
      }
    }
    return text.toString();
  }

  private static String list(List<Term> terms) {
    return terms.stream().map(TermText::of).collect(Collectors.joining(", "));
  }

  @Override
  public String array(Term.ArrayTerm term) {
    return "[" + list(term.items()) + "]";
  }

  @Override
  public String object(Term.ObjectTerm term) {
    return term.entries().stream()
        .map(entry -> of(entry.key()) + ": " + of(entry.value()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String set(Term.SetTerm term) {
    return term.items().isEmpty() ? "set()" : "{" + list(term.items()) + "}";
  }

  @Override
  public String arrayComprehension(Term.ArrayComprehension term) {
    return "[" + of(term.head()) + " | " + body(term.body()) + "]";
  }

  @Override
  public String setComprehension(Term.SetComprehension term) {
    return "{" + of(term.head()) + " | " + body(term.body()) + "}";
  }

  @Override
  public String objectComprehension(Term.ObjectComprehension term) {
    return "{" + of(term.key()) + ": " + of(term.value()) + " | " + body(term.body()) + "}";
  }

  @Override
  public String call(Term.Call term) {
    return of(term.operator()) + "(" + list(term.arguments()) + ")";
  }

  @Override
  public String template(Term.TemplateString term) {
    return term.span().text();
  }

  private static String body(Body body) {
    return body.exprs().stream().map(TermText::expr).collect(Collectors.joining("; "));
  }

  private static String expr(Expr expr) {
    List<String> parts = new ArrayList<>();
    if (expr.negated()) {
      parts.add("not");
    }
    parts.add(expr.statement() instanceof Expr.TermStatement s ? of(s.term()) : expr.span().text());
    for (Expr.With with : expr.with()) {
      parts.add("with " + of(with.target()) + " as " + of(with.value()));
    }
    return String.join(" ", parts);
  }
}
