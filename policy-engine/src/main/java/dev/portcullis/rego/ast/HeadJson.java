package dev.portcullis.rego.ast;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import java.util.Optional;

/**
 * Heads as OPA's JSON documents. OPA keeps the name and the key of what was a partial rule before
 * references in heads came, beside the reference.
 */
final class HeadJson {
  private HeadJson() {}

  /**
   * Returns the document for the head of {@code rule}, which is {@code first} or one of its elses.
   */
  static ObjectValue of(Rule rule, Rule first) {
    Rule.Head head = rule.head();
    Optional<Term> key = head.key();
    boolean named = head.ref().path().isEmpty();
    if (isOldPartial(head) && !rule.isDefault()) {
      Term step = head.ref().path().get(0);
      boolean usesIf = first.bodyWritten() && usesIf(first);
      boolean variable = step instanceof Term.Ref || !isGround(step);
      if (!head.isFunction() && (!usesIf || variable)) {
        key = Optional.of(step);
      }
      named = usesIf ? first.head().valueWritten() : !head.isFunction();
    }
    ObjectValue.Builder out = ObjectValue.builder();
    if (named && head.ref().head() instanceof Term.Var name) {
      out.put("name", StringValue.of(name.name()));
    }
    head.arguments().ifPresent(arguments -> out.put("args", AstJson.terms(arguments)));
    key.ifPresent(k -> out.put("key", AstJson.of(k)));
    head.value().ifPresent(value -> out.put("value", AstJson.of(value)));
    if (head.assigned()) {
      out.put("assign", BooleanValue.TRUE);
    }
    out.put("ref", AstJson.path(head.ref()));
    return out.build();
  }

  private static boolean isOldPartial(Rule.Head head) {
    return head.kind() == Rule.Kind.SINGLE_VALUE && head.ref().path().size() == 1;
  }

  /** Whether the word {@code if} follows the head; the tree does not say it. */
  private static boolean usesIf(Rule rule) {
    String text = rule.span().source().text();
    int at = rule.head().span().end();
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.startsWith("if", at);
  }

  private static boolean isGround(Term term) {
    boolean[] ground = {true};
    new TermWalker() {
      @Override
      public void term(Term part) {
        if (part instanceof Term.Var || part instanceof Term.TemplateString) {
          ground[0] = false;
        } else if (part instanceof Term.Ref ref) {
          terms(ref.path());
        } else {
          super.term(part);
        }
      }
    }.term(term);
    return ground[0];
  }
}
