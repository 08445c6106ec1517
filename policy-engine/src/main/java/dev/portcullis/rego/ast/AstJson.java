package dev.portcullis.rego.ast;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Trees as the JSON documents in which OPA gives them: what {@code rego.parse_module} and {@code
 * opa parse --format json} answer.
 */
public final class AstJson {
  private static final String TYPE = "type";
  private static final String VALUE = "value";
  private static final String BODY = "body";
  private static final String TERMS = "terms";
  private static final String KEY = "key";

  private static final Value NULL = NullValue.NULL;
  private static final TermJson TERM = new TermJson();

  private AstJson() {}

  /** Returns the document for a module. */
  public static ObjectValue of(Module module) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("package", object("path", path(module.packagePath())));
    putList(out, "imports", module.imports().stream().map(AstJson::of).toList());
    putList(out, "annotations", module.annotations().stream().map(Annotations::fields).toList());
    List<Value> rules = new ArrayList<>();
    for (int i = 0; i < module.rules().size(); i++) {
      rules.add(rule(module.rules().get(i), RuleAnnotations.of(module, i)));
    }
    putList(out, "rules", rules);
    putList(out, "comments", module.comments().stream().map(AstJson::of).toList());
    return out.build();
  }

  private static void putList(ObjectValue.Builder out, String key, List<? extends Value> items) {
    if (!items.isEmpty()) {
      out.put(key, ArrayValue.of(items));
    }
  }

  private static ObjectValue object(String key, Value value) {
    return ObjectValue.of(StringValue.of(key), value);
  }

  private static ObjectValue of(Module.Import imported) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("path", of(imported.path()));
    imported.alias().ifPresent(alias -> out.put("alias", StringValue.of(alias)));
    return out.build();
  }

  private static ObjectValue of(Module.Comment comment) {
    String text = Base64.getEncoder().encodeToString(StringValue.of(comment.text()).toUtf8());
    ObjectValue.Builder place = ObjectValue.builder();
    place.put("file", StringValue.of(comment.span().source().name()));
    place.put("row", NumberValue.of(comment.span().row()));
    place.put("col", NumberValue.of(comment.span().column()));
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("Text", text.isEmpty() ? NULL : StringValue.of(text));
    out.put("Location", place.build());
    return out.build();
  }

  /** Returns the document for a rule, without annotations. */
  public static ObjectValue of(Rule rule) {
    return rule(rule, List.of());
  }

  private static ObjectValue rule(Rule rule, List<ObjectValue> annotations) {
    List<Rule> chain = new ArrayList<>();
    for (Rule r = rule; r != null; r = r.otherwise().orElse(null)) {
      chain.add(r);
    }
    Optional<ObjectValue> rest = Optional.empty();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Rule r = chain.get(i);
      ObjectValue.Builder out = ObjectValue.builder();
      if (i == 0) {
        putList(out, "annotations", annotations);
      }
      out.put(BODY, of(r.body()));
      if (r.isDefault()) {
        out.put("default", BooleanValue.TRUE);
      }
      rest.ifPresent(e -> out.put("else", e));
      out.put("head", HeadJson.of(r, rule));
      rest = Optional.of(out.build());
    }
    return rest.orElseThrow();
  }

  /** Returns the document for a body. */
  public static ArrayValue of(Body body) {
    List<Value> exprs = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      exprs.add(expr(expr, exprs.size()));
    }
    return ArrayValue.of(exprs);
  }

  private static ObjectValue expr(Expr expr, int index) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("index", NumberValue.of(index));
    if (expr.negated() && !(expr.statement() instanceof Expr.NotBody)) {
      out.put("negated", BooleanValue.TRUE);
    }
    out.put(TERMS, statement(expr.statement()));
    List<Value> with = new ArrayList<>();
    for (Expr.With w : expr.with()) {
      ObjectValue.Builder modifier = ObjectValue.builder();
      modifier.put("target", of(w.target()));
      modifier.put(VALUE, of(w.value()));
      with.add(modifier.build());
    }
    putList(out, "with", with);
    return out.build();
  }

  private static Value statement(Expr.Statement statement) {
    if (statement instanceof Expr.TermStatement s) {
      return s.term() instanceof Term.Call call ? callItems(call) : of(s.term());
    } else if (statement instanceof Expr.SomeDecl s) {
      return object("symbols", terms(s.variables()));
    } else if (statement instanceof Expr.SomeIn s) {
      return object("symbols", ArrayValue.of(of(membership(s))));
    } else if (statement instanceof Expr.Every s) {
      ObjectValue.Builder out = ObjectValue.builder();
      out.put(KEY, s.key().<Value>map(AstJson::of).orElse(NULL));
      out.put(VALUE, of(s.value()));
      out.put("domain", of(s.domain()));
      out.put(BODY, of(s.body()));
      return out.build();
    } else if (statement instanceof Expr.NotBody s) {
      ObjectValue.Builder out = ObjectValue.builder();
      out.put(TYPE, StringValue.of("not"));
      out.put(BODY, of(s.body()));
      out.put("explicit_body", BooleanValue.of(s.braces()));
      return out.build();
    }
    return logical((Expr.Logical) statement);
  }

  private static ObjectValue logical(Expr.Logical s) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put(TYPE, StringValue.of(s.operator().keyword()));
    out.put("lhs", of(s.left().body()));
    out.put("rhs", of(s.right().body()));
    if (s.left().braces()) {
      out.put("explicit_lhs", BooleanValue.TRUE);
    }
    if (s.right().braces()) {
      out.put("explicit_rhs", BooleanValue.TRUE);
    }
    return out.build();
  }

  private static Term.Call membership(Expr.SomeIn s) {
    List<Term> arguments = new ArrayList<>();
    s.key().ifPresent(arguments::add);
    arguments.add(s.value());
    arguments.add(s.domain());
    String name = s.key().isPresent() ? "internal.member_3" : "internal.member_2";
    return new Term.Call(s.span(), Refs.dotted(s.span(), name), arguments);
  }

  /** Returns the document for a term. */
  public static ObjectValue of(Term term) {
    return term.accept(TERM);
  }

  static ArrayValue terms(List<? extends Term> terms) {
    List<Value> items = new ArrayList<>();
    for (Term term : terms) {
      items.add(of(term));
    }
    return ArrayValue.of(items);
  }

  /** Returns the documents of the terms that a reference is made of. */
  static ArrayValue path(Term.Ref ref) {
    List<Term> all = new ArrayList<>();
    all.add(ref.head());
    all.addAll(ref.path());
    return terms(all);
  }

  private static ArrayValue callItems(Term.Call call) {
    List<Term> all = new ArrayList<>();
    all.add(call.operator());
    all.addAll(call.arguments());
    return terms(all);
  }

  private static ObjectValue typed(String type, Value value) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put(TYPE, StringValue.of(type));
    out.put(VALUE, value);
    return out.build();
  }

  private static final class TermJson implements Term.Visitor<ObjectValue> {
    @Override
    public ObjectValue scalar(Term.Scalar term) {
      // OPA writes null's value as an empty object.
      Value value = term.value() instanceof NullValue ? ObjectValue.EMPTY : term.value();
      return typed(term.value().kind().typeName(), value);
    }

    @Override
    public ObjectValue variable(Term.Var term) {
      return typed("var", StringValue.of(term.name()));
    }

    @Override
    public ObjectValue reference(Term.Ref term) {
      return typed("ref", path(term));
    }

    @Override
    public ObjectValue array(Term.ArrayTerm term) {
      return typed("array", terms(term.items()));
    }

    @Override
    public ObjectValue object(Term.ObjectTerm term) {
      List<Value> entries = new ArrayList<>();
      for (Term.Entry entry : TermOrder.sorted(term.entries())) {
        entries.add(ArrayValue.of(of(entry.key()), of(entry.value())));
      }
      return typed("object", ArrayValue.of(entries));
    }

    @Override
    public ObjectValue set(Term.SetTerm term) {
      return typed("set", terms(TermOrder.distinct(term.items())));
    }

    @Override
    public ObjectValue arrayComprehension(Term.ArrayComprehension term) {
      return comprehension("arraycomprehension", term.head(), term.body());
    }

    @Override
    public ObjectValue setComprehension(Term.SetComprehension term) {
      return comprehension("setcomprehension", term.head(), term.body());
    }

    private static ObjectValue comprehension(String type, Term head, Body body) {
      ObjectValue.Builder out = ObjectValue.builder();
      out.put("term", of(head));
      out.put(BODY, of(body));
      return typed(type, out.build());
    }

    @Override
    public ObjectValue objectComprehension(Term.ObjectComprehension term) {
      ObjectValue.Builder out = ObjectValue.builder();
      out.put(KEY, of(term.key()));
      out.put(VALUE, of(term.value()));
      out.put(BODY, of(term.body()));
      return typed("objectcomprehension", out.build());
    }

    @Override
    public ObjectValue call(Term.Call term) {
      return typed("call", callItems(term));
    }

    @Override
    public ObjectValue template(Term.TemplateString term) {
      List<Value> parts = new ArrayList<>();
      for (Term.TemplatePart part : term.parts()) {
        parts.add(part(part));
      }
      ObjectValue.Builder out = ObjectValue.builder();
      out.put("parts", parts.isEmpty() ? NULL : ArrayValue.of(parts));
      out.put("multi_line", BooleanValue.of(term.multiLine()));
      return typed("templatestring", out.build());
    }

    private static Value part(Term.TemplatePart part) {
      if (part instanceof Term.TemplatePart.Interpolation interpolation) {
        Expr expr = interpolation.expr();
        boolean constant =
            expr.statement() instanceof Expr.TermStatement s && s.term() instanceof Term.Scalar;
        return constant ? of(((Expr.TermStatement) expr.statement()).term()) : expr(expr, 0);
      }
      return typed("string", StringValue.of(((Term.TemplatePart.Text) part).text()));
    }
  }
}
