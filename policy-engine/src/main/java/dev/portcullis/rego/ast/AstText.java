package dev.portcullis.rego.ast;

import dev.portcullis.api.value.StringValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Trees as text on one line, in the form in which OPA prints them: operators as calls, strings with
 * their escapes, the items of sets and objects in the order of the source.
 */
public final class AstText {
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private static final Set<String> KEYWORDS =
      Set.of(
          "not",
          "package",
          "import",
          "as",
          "default",
          "else",
          "with",
          "null",
          "true",
          "false",
          "some",
          "if",
          "contains",
          "in",
          "every");

  private final StringBuilder out = new StringBuilder();
  private final Printer printer = new Printer();

  private AstText() {}

  /** Returns the text of a term. */
  public static String of(Term term) {
    AstText text = new AstText();
    text.term(term);
    return text.out.toString();
  }

  /** Returns the text of an expression. */
  public static String of(Expr expr) {
    AstText text = new AstText();
    text.expr(expr);
    return text.out.toString();
  }

  /** Returns the text of a body: its expressions with semicolons between. */
  public static String of(Body body) {
    AstText text = new AstText();
    text.body(body);
    return text.out.toString();
  }

  /** Returns the text of a rule in version 1. */
  public static String of(Rule rule) {
    AstText text = new AstText();
    text.rule(rule);
    return text.out.toString();
  }

  private void rule(Rule rule) {
    if (rule.isDefault()) {
      out.append("default ");
    }
    head(rule.head());
    if (!rule.isDefault()) {
      braced(" if { ", rule.body());
    }
    for (Rule e = rule.otherwise().orElse(null); e != null; e = e.otherwise().orElse(null)) {
      out.append(" else ");
      e.head()
          .value()
          .ifPresent(
              v -> {
                out.append("= ");
                term(v);
              });
      braced(" if { ", e.body());
    }
  }

  private void head(Rule.Head head) {
    term(head.ref());
    head.arguments()
        .ifPresent(
            arguments -> {
              out.append('(');
              list(arguments);
              out.append(')');
            });
    head.key()
        .ifPresent(
            key -> {
              out.append(" contains ");
              term(key);
            });
    head.value()
        .ifPresent(
            value -> {
              out.append(head.assigned() ? " := " : " = ");
              term(value);
            });
  }

  private void braced(String open, Body body) {
    out.append(open);
    body(body);
    out.append(" }");
  }

  private void body(Body body) {
    String separator = "";
    for (Expr expr : body.exprs()) {
      out.append(separator);
      expr(expr);
      separator = "; ";
    }
  }

  private void expr(Expr expr) {
    if (expr.negated()) {
      out.append("not ");
    }
    statement(expr.statement());
    for (Expr.With with : expr.with()) {
      out.append(" with ");
      term(with.target());
      out.append(" as ");
      term(with.value());
    }
  }

  private void statement(Expr.Statement statement) {
    if (statement instanceof Expr.TermStatement s) {
      termStatement(s.term());
    } else if (statement instanceof Expr.SomeDecl s) {
      out.append("some ");
      list(s.variables());
    } else if (statement instanceof Expr.SomeIn s) {
      membership("some ", s.key().orElse(null), s.value(), s.domain());
    } else if (statement instanceof Expr.Every s) {
      membership("every ", s.key().orElse(null), s.value(), s.domain());
      braced(" { ", s.body());
    } else if (statement instanceof Expr.NotBody s) {
      notBody(s);
    } else if (statement instanceof Expr.Logical s) {
      operand(s.left());
      out.append(' ').append(s.operator().keyword()).append(' ');
      operand(s.right());
    }
  }

  private void termStatement(Term term) {
    if (term instanceof Term.Call call
        && call.arguments().size() == 2
        && call.name().orElse("").equals("eq")) {
      term(call.arguments().get(0));
      out.append(" = ");
      term(call.arguments().get(1));
    } else {
      term(term);
    }
  }

  private void membership(
      String keyword, @org.jspecify.annotations.Nullable Term key, Term value, Term domain) {
    out.append(keyword);
    if (key != null) {
      term(key);
      out.append(", ");
    }
    term(value);
    out.append(" in ");
    term(domain);
  }

  private void notBody(Expr.NotBody not) {
    if (not.braces()) {
      out.append('{');
      body(not.body());
      out.append('}');
    } else {
      body(not.body());
    }
  }

  private void operand(Expr.Operand operand) {
    boolean nested =
        operand.body().exprs().size() == 1
            && operand.body().exprs().get(0).statement() instanceof Expr.Logical;
    if (operand.braces()) {
      braced("{ ", operand.body());
    } else if (nested) {
      out.append('(');
      body(operand.body());
      out.append(')');
    } else {
      body(operand.body());
    }
  }

  private void term(Term term) {
    term.accept(printer);
  }

  private void list(List<? extends Term> terms) {
    String separator = "";
    for (Term term : terms) {
      out.append(separator);
      term(term);
      separator = ", ";
    }
  }

  private final class Printer implements Term.Visitor<StringBuilder> {
    @Override
    public StringBuilder scalar(Term.Scalar term) {
      return term.value() instanceof StringValue s
          ? GoQuote.append(out, s)
          : out.append(term.value());
    }

    @Override
    public StringBuilder variable(Term.Var term) {
      return out.append(term.isWildcard() ? "_" : term.name());
    }

    @Override
    public StringBuilder reference(Term.Ref term) {
      term(term.head());
      for (Term step : term.path()) {
        if (step instanceof Term.Scalar s
            && s.value() instanceof StringValue text
            && PLAIN_NAME.matcher(text.value()).matches()
            && !KEYWORDS.contains(text.value())) {
          out.append('.').append(text.value());
        } else {
          out.append('[');
          term(step);
          out.append(']');
        }
      }
      return out;
    }

    @Override
    public StringBuilder array(Term.ArrayTerm term) {
      out.append('[');
      list(term.items());
      return out.append(']');
    }

    @Override
    public StringBuilder object(Term.ObjectTerm term) {
      out.append('{');
      String separator = "";
      for (Term.Entry entry : term.entries()) {
        out.append(separator);
        term(entry.key());
        out.append(": ");
        term(entry.value());
        separator = ", ";
      }
      return out.append('}');
    }

    @Override
    public StringBuilder set(Term.SetTerm term) {
      if (term.items().isEmpty()) {
        return out.append("set()");
      }
      out.append('{');
      list(term.items());
      return out.append('}');
    }

    @Override
    public StringBuilder arrayComprehension(Term.ArrayComprehension term) {
      return comprehension('[', term.head(), term.body(), ']');
    }

    @Override
    public StringBuilder setComprehension(Term.SetComprehension term) {
      return comprehension('{', term.head(), term.body(), '}');
    }

    @Override
    public StringBuilder objectComprehension(Term.ObjectComprehension term) {
      out.append('{');
      comprehensionTerm(term.key());
      out.append(": ");
      comprehensionTerm(term.value());
      out.append(" | ");
      body(term.body());
      return out.append('}');
    }

    private StringBuilder comprehension(char open, Term head, Body body, char close) {
      out.append(open);
      comprehensionTerm(head);
      out.append(" | ");
      body(body);
      return out.append(close);
    }

    /** An operator before the bar must stand in parentheses to be read again. */
    private void comprehensionTerm(Term term) {
      if (term instanceof Term.Call call && call.arguments().size() == 2) {
        String operator = Operators.symbol(call.name().orElse(""));
        if (operator != null && !operator.equals("in")) {
          out.append('(');
          comprehensionTerm(call.arguments().get(0));
          out.append(' ').append(operator).append(' ');
          comprehensionTerm(call.arguments().get(1));
          out.append(')');
          return;
        }
      }
      term(term);
    }

    @Override
    public StringBuilder call(Term.Call term) {
      term(term.operator());
      out.append('(');
      list(term.arguments());
      return out.append(')');
    }

    @Override
    public StringBuilder template(Term.TemplateString term) {
      out.append("$\"");
      for (Term.TemplatePart part : term.parts()) {
        if (part instanceof Term.TemplatePart.Text text) {
          StringBuilder quoted = GoQuote.append(new StringBuilder(), StringValue.of(text.text()));
          out.append(quoted.substring(1, quoted.length() - 1).replace("{", "\\{"));
        } else if (part instanceof Term.TemplatePart.Interpolation interpolation) {
          out.append('{');
          expr(interpolation.expr());
          out.append('}');
        }
      }
      return out.append('"');
    }
  }
}
