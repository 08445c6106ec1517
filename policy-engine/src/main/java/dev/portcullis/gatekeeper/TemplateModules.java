package dev.portcullis.gatekeeper;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves the modules of a template to packages of its own, so that templates can be compiled
 * together whatever their packages are called: the policy to {@code data.templates[target][kind]},
 * each {@code data.lib.…} to {@code data.libs[target][kind].…}.
 */
final class TemplateModules {
  private static final String POLICIES = "templates";
  private static final String MOVED_LIBRARIES = "libs";

  private final String kind;
  private final TermRewriter rewriter =
      new TermRewriter() {
        @Override
        public Term term(Term term) {
          Term rewritten = super.term(term);
          return rewritten instanceof Term.Ref ref ? moved(ref) : rewritten;
        }
      };

  private TemplateModules(String kind) {
    this.kind = kind;
  }

  /** Returns the path below {@code data} of a template's entry rule. */
  static List<String> entryPath(String kind) {
    return List.of(POLICIES, TemplateReader.TARGET, kind, TemplateRego.ENTRY);
  }

  /** Returns the modules of the template for {@code kind}, the policy first. */
  static List<Module> move(String kind, Module policy, List<Module> libraries) {
    TemplateModules mover = new TemplateModules(kind);
    List<Module> result = new ArrayList<>();
    Span span = policy.packagePath().span();
    result.add(mover.module(policy, mover.reference(span, POLICIES, List.of())));
    for (Module library : libraries) {
      result.add(mover.module(library, mover.moved(library.packagePath())));
    }
    return result;
  }

  private Module module(Module module, Term.Ref packagePath) {
    List<Module.Import> imports = module.imports().stream().map(this::imported).toList();
    List<Rule> rules = module.rules().stream().map(rewriter::rule).toList();
    return new Module(
        module.source(),
        module.version(),
        module.packageSpan(),
        packagePath,
        imports,
        rules,
        module.comments(),
        module.annotations());
  }

  /** The name that an import gives stays the same. */
  private Module.Import imported(Module.Import imported) {
    Term.Ref path = moved(imported.path());
    if (path == imported.path()) {
      return imported;
    }
    Optional<String> alias = imported.alias();
    if (alias.isEmpty()) {
      List<Term> old = imported.path().path();
      alias = Optional.of(ManifestObject.text(((Term.Scalar) old.get(old.size() - 1)).value()));
    }
    return new Module.Import(imported.span(), path, alias);
  }

  private Term.Ref moved(Term.Ref ref) {
    boolean isLibrary =
        ref.startsWith("data")
            && !ref.path().isEmpty()
            && ref.path().get(0) instanceof Term.Scalar first
            && first.value().equals(StringValue.of(TemplateRego.LIBRARIES));
    return isLibrary
        ? reference(ref.span(), MOVED_LIBRARIES, ref.path().subList(1, ref.path().size()))
        : ref;
  }

  private Term.Ref reference(Span span, String root, List<Term> rest) {
    List<Term> path = new ArrayList<>();
    for (String step : List.of(root, TemplateReader.TARGET, kind)) {
      path.add(new Term.Scalar(span, StringValue.of(step)));
    }
    path.addAll(rest);
    return new Term.Ref(span, new Term.Var(span, "data"), path);
  }
}
