package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;

/** Whether a term has no variables; the heads of references and the names of calls are none. */
final class Ground extends TermWalker {
  private boolean ground = true;

  private Ground() {}

  static boolean is(Term term) {
    Ground walker = new Ground();
    walker.term(term);
    return walker.ground;
  }

  @Override
  public void term(Term term) {
    if (term instanceof Term.Var || term instanceof Term.TemplateString) {
      ground = false;
    } else if (term instanceof Term.Ref ref) {
      terms(ref.path());
    } else if (ground) {
      super.term(term);
    }
  }
}
