package dev.portcullis.rego.ast;

import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A Rego module.
 *
 * @param source its text
 * @param version the language that it is read as
 * @param packageSpan where its package clause stands
 * @param packagePath the package's path from {@code data}: {@code package a.b} is {@code data.a.b}
 * @param imports its imports
 * @param rules its rules, in the order of the source
 * @param comments its comments, in the order of the source
 * @param annotations its metadata annotations, in the order of the source
 */
public record Module(
    SourceText source,
    RegoVersion version,
    Span packageSpan,
    Term.Ref packagePath,
    List<Import> imports,
    List<Rule> rules,
    List<Comment> comments,
    List<Annotations> annotations) {

  /** Copies the lists. */
  public Module {
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    comments = List.copyOf(comments);
    annotations = List.copyOf(annotations);
  }

  /** {@code import path as alias}. */
  public record Import(Span span, Term.Ref path, Optional<String> alias) {}

  /**
   * A comment.
   *
   * @param span where it stands, from its {@code #} to the end of the line
   * @param text what stands after the {@code #}
   */
  public record Comment(Span span, String text) {}
}
