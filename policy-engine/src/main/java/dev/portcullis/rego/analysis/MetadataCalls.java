package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts their values in the place of {@code rego.metadata.chain()} and {@code .rule()}. */
final class MetadataCalls extends TermRewriter {
  private static final String CHAIN = "rego.metadata.chain";
  private static final String RULE = "rego.metadata.rule";

  private final AnnotationSet annotations;
  private final Module module;
  private final Rule owner;
  private final Set<String> builtins;

  private MetadataCalls(
      AnnotationSet annotations, Module module, Rule owner, Set<String> builtins) {
    this.annotations = annotations;
    this.module = module;
    this.owner = owner;
    this.builtins = builtins;
  }

  static List<Module> rewrite(
      List<Module> modules, AnnotationSet annotations, Set<String> builtins) {
    return modules.stream()
        .map(
            module ->
                Modules.mapRules(
                    module,
                    rule ->
                        Modules.mapChain(
                            rule,
                            next ->
                                new MetadataCalls(annotations, module, next, builtins).own(next))))
        .toList();
  }

  private Rule own(Rule rule) {
    return Modules.with(rule, head(rule.head()), body(rule.body()));
  }

  @Override
  public Term term(Term term) {
    if (!(term instanceof Term.Call call) || call.arguments().size() > 1) {
      return super.term(term);
    }
    Optional<String> name = call.name().filter(builtins::contains);
    Value value;
    if (name.equals(Optional.of(CHAIN))) {
      value = annotations.chain(owner, module);
    } else if (name.equals(Optional.of(RULE))) {
      value = annotations.ruleMetadata(owner);
    } else {
      return super.term(term);
    }
    Term constant = Constants.term(call.span(), value);
    return call.arguments().isEmpty()
        ? constant
        : Terms.equality(call.span(), term(call.arguments().get(0)), constant);
  }
}
