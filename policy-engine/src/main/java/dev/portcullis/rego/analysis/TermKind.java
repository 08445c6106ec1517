package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.rego.ast.Term;

/** What messages call a kind of term. */
final class TermKind implements Term.Visitor<String> {
  static final TermKind NAME = new TermKind();

  private TermKind() {}

  @Override
  public String scalar(Term.Scalar term) {
    if (term.value() instanceof NullValue) {
      return "null";
    }
    if (term.value() instanceof BooleanValue) {
      return "boolean";
    }
    return term.value() instanceof NumberValue ? "number" : "string";
  }

  @Override
  public String variable(Term.Var term) {
    return "var";
  }

  @Override
  public String reference(Term.Ref term) {
    return "ref";
  }

  @Override
  public String array(Term.ArrayTerm term) {
    return "array";
  }

  @Override
  public String object(Term.ObjectTerm term) {
    return "object";
  }

  @Override
  public String set(Term.SetTerm term) {
    return "set";
  }

  @Override
  public String arrayComprehension(Term.ArrayComprehension term) {
    return "arraycomprehension";
  }

  @Override
  public String setComprehension(Term.SetComprehension term) {
    return "setcomprehension";
  }

  @Override
  public String objectComprehension(Term.ObjectComprehension term) {
    return "objectcomprehension";
  }

  @Override
  public String call(Term.Call term) {
    return "call";
  }

  @Override
  public String template(Term.TemplateString term) {
    return "templatestring";
  }
}
