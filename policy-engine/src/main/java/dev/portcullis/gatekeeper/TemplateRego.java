package dev.portcullis.gatekeeper;

import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_ERROR;
import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_WARNING;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Severity;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.CaretSnippet;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what the Rego of a template may refer to: its own libraries below {@code data.lib}, the
 * inventory, and nothing else of {@code data}. References within the brackets of others are checked
 * too.
 */
final class TemplateRego {
  static final String LIBRARIES = "lib";
  static final String INVENTORY = "inventory";
  static final String ENTRY = "violation";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean usesInventory;

  private TemplateRego() {}

  /**
   * What was found.
   *
   * @param diagnostics what is not allowed, and what is odd
   * @param usesInventory whether the inventory is referred to
   */
  record Findings(List<Diagnostic> diagnostics, boolean usesInventory) {
    Findings {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  static Findings check(Module policy, List<Module> libraries) {
    TemplateRego check = new TemplateRego();
    check.module(policy);
    check.entry(policy);
    Set<List<Term>> packages = new HashSet<>();
    for (Module library : libraries) {
      check.libraryPackage(library, packages);
      check.module(library);
    }
    return new Findings(check.diagnostics, check.usesInventory);
  }

  private void error(Span span, String message) {
    add(Severity.ERROR, TEMPLATE_ERROR, span, message);
  }

  private void add(Severity severity, DiagnosticCode code, Span span, String message) {
    diagnostics.add(
        new Diagnostic(
            severity,
            code,
            message,
            Optional.of(span.location()),
            Optional.of(CaretSnippet.at(span.source(), span.start())),
            Optional.empty()));
  }

  private void libraryPackage(Module library, Set<List<Term>> packages) {
    List<Term> path = library.packagePath().path();
    if (path.size() < 2 || !isText(path.get(0), LIBRARIES)) {
      error(library.packageSpan(), "the package of a library must be below lib");
    } else if (!packages.add(path)) {
      add(
          Severity.WARNING,
          TEMPLATE_WARNING,
          library.packageSpan(),
          "another library of the template has this package too");
    }
  }

  private void entry(Module policy) {
    boolean found = false;
    for (Rule rule : policy.rules()) {
      if (rule.head().ref().startsWith(ENTRY)) {
        found = true;
        checkEntry(rule);
      }
    }
    if (!found) {
      error(policy.packageSpan(), "the policy must have a rule called violation");
    }
  }

  private void checkEntry(Rule rule) {
    if (rule.head().isFunction()) {
      error(rule.head().span(), "violation must be a rule, not a function");
      return;
    }
    Optional<Term> key = rule.head().key();
    boolean withoutMessage =
        key.isPresent()
            && ((key.get() instanceof Term.ObjectTerm object
                    && object.entries().stream().noneMatch(e -> mayBeMessage(e.key())))
                || key.get() instanceof Term.Scalar);
    if (withoutMessage) {
      add(
          Severity.WARNING,
          TEMPLATE_WARNING,
          key.get().span(),
          "a violation without msg is dropped without a word: give it as {\"msg\": …}");
    }
  }

  private static boolean mayBeMessage(Term key) {
    return !(key instanceof Term.Scalar) || isText(key, "msg");
  }

  private void module(Module module) {
    for (Module.Import imported : module.imports()) {
      checkImport(imported);
    }
    TermWalker walker =
        new TermWalker() {
          @Override
          public void term(Term term) {
            if (term instanceof Term.Ref ref && ref.startsWith("data")) {
              checkData(ref);
              ref.path().forEach(this::term);
            } else if (term instanceof Term.Var variable && variable.name().equals("data")) {
              error(variable.span(), "data as a whole cannot be used in a template");
            } else {
              super.term(term);
            }
          }
        };
    module.rules().forEach(walker::rule);
  }

  private void checkImport(Module.Import imported) {
    Term.Ref path = imported.path();
    boolean allowed =
        path.startsWith("future")
            || (path.startsWith("data")
                && !path.path().isEmpty()
                && isText(path.path().get(0), LIBRARIES));
    if (!allowed) {
      error(
          imported.span(),
          "a template may only import data.lib and future.keywords, not " + text(path));
    }
  }

  private void checkData(Term.Ref ref) {
    if (ref.path().isEmpty()) {
      error(ref.span(), "data as a whole cannot be used in a template");
    } else if (isText(ref.path().get(0), INVENTORY)) {
      usesInventory = true;
    } else if (!isText(ref.path().get(0), LIBRARIES)) {
      error(
          ref.span(), "a template may only refer to data.lib and data.inventory, not " + text(ref));
    }
  }

  private static String text(Term.Ref ref) {
    return ref.span().text().lines().findFirst().orElse("data");
  }

  private static boolean isText(Term term, String text) {
    return term instanceof Term.Scalar scalar && scalar.value().equals(StringValue.of(text));
  }
}
