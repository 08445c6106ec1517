package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the variables of a tree, each with the place where it occurs first. */
public class Variables extends TermWalker {
  /** What is left out. */
  public enum Skip {
    /** The heads of references: {@code a} in {@code a[b]}. */
    REF_HEADS,
    /** The keys of objects. */
    OBJECT_KEYS,
    /** Comprehensions, the bodies of {@code every} and {@code not}, interpolations. */
    CLOSURES,
    /** Sets. */
    SETS,
    /** The names of functions, in calls and in {@code with}. */
    OPERATORS
  }

  private static final Set<Skip> OUTSIDE_CLOSURES = EnumSet.of(Skip.CLOSURES, Skip.OPERATORS);

  private final Set<Skip> skip;
  private final Map<String, Span> found = new LinkedHashMap<>();

  /** Creates a collector. */
  public Variables(Set<Skip> skip) {
    this.skip = skip.isEmpty() ? EnumSet.noneOf(Skip.class) : EnumSet.copyOf(skip);
  }

  /** Returns a collector of every variable. */
  public static Variables all() {
    return new Variables(Set.of());
  }

  /** Returns a collector of what a body sees: no closures, no names of functions. */
  public static Variables visible() {
    return new Variables(OUTSIDE_CLOSURES);
  }

  /** Returns what a body sees of {@code term}. */
  public static Set<String> visibleIn(Term term) {
    Variables variables = visible();
    variables.term(term);
    return variables.names();
  }

  /** Returns all variables of {@code term}. */
  public static Set<String> allIn(Term term) {
    Variables variables = all();
    variables.term(term);
    return variables.names();
  }

  /** Returns the names found, in the order of their first occurrence. */
  public final Set<String> names() {
    return Collections.unmodifiableSet(found.keySet());
  }

  /** Returns the names found with the places of their first occurrences. */
  public final Map<String, Span> places() {
    return Collections.unmodifiableMap(found);
  }

  /** Adds a variable. */
  protected final void add(String name, Span span) {
    found.putIfAbsent(name, span);
  }

  private boolean skips(Skip what) {
    return skip.contains(what);
  }

  @Override
  public void with(Expr.With with) {
    if (!skips(Skip.OPERATORS)) {
      super.with(with);
      return;
    }
    if (with.target() instanceof Term.Ref target) {
      terms(target.path());
    }
    if (with.value() instanceof Term.Ref value) {
      terms(value.path());
    } else {
      term(with.value());
    }
  }

  @Override
  public void statement(Expr.Statement statement) {
    if (skips(Skip.CLOSURES) && statement instanceof Expr.Every every) {
      term(every.domain());
    } else if (skips(Skip.CLOSURES) && statement instanceof Expr.NotBody not) {
      if (!not.braces()) {
        unbraced(not.body());
      }
    } else if (skips(Skip.CLOSURES) && statement instanceof Expr.Logical logical) {
      operand(logical.left());
      operand(logical.right());
    } else {
      super.statement(statement);
    }
  }

  private void operand(Expr.Operand operand) {
    if (!operand.braces()) {
      unbraced(operand.body());
    }
  }

  /** Visits the body of an operator that is written without braces: it opens no scope. */
  protected void unbraced(Body body) {
    body(body);
  }

  @Override
  public void term(Term term) {
    if (term instanceof Term.Var v) {
      add(v.name(), v.span());
    } else if (term instanceof Term.Ref ref) {
      reference(ref);
    } else if (term instanceof Term.Call call) {
      call(call);
    } else if (term instanceof Term.TemplateString template && skips(Skip.CLOSURES)) {
      template(template);
    } else if (term instanceof Term.ObjectTerm object && skips(Skip.OBJECT_KEYS)) {
      object.entries().forEach(entry -> term(entry.value()));
    } else if (!(isComprehension(term) && skips(Skip.CLOSURES))
        && !(term instanceof Term.SetTerm && skips(Skip.SETS))) {
      super.term(term);
    }
  }

  private void reference(Term.Ref ref) {
    if (!skips(Skip.REF_HEADS)) {
      term(ref.head());
    }
    terms(ref.path());
  }

  private void call(Term.Call call) {
    if (skips(Skip.OPERATORS)) {
      terms(call.operator().path());
    } else {
      reference(call.operator());
    }
    terms(call.arguments());
  }

  private void template(Term.TemplateString template) {
    for (Term.TemplatePart part : template.parts()) {
      if (part instanceof Term.TemplatePart.Interpolation interpolation
          && interpolation.expr().statement() instanceof Expr.TermStatement s
          && s.term() instanceof Term.Var v) {
        add(v.name(), v.span());
      }
    }
  }

  /** Returns whether the term is a comprehension. */
  public static boolean isComprehension(Term term) {
    return term instanceof Term.ArrayComprehension
        || term instanceof Term.SetComprehension
        || term instanceof Term.ObjectComprehension;
  }
}
