package dev.portcullis.rego.parser;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@code # METADATA} blocks among a module's comments, and what each of them speaks of.
 */
final class AnnotationBlocks {
  private static final String METADATA = "METADATA";

  private final List<Module.Comment> comments;
  private final Problems problems;

  AnnotationBlocks(List<Module.Comment> comments, Problems problems) {
    this.comments = comments;
    this.problems = problems;
  }

  /** Reads the blocks; each speaks of the first of {@code targets} below its first line. */
  List<Annotations> attach(List<ModuleParser.Target> targets) {
    List<Annotations> all = new ArrayList<>();
    int i = 0;
    while (i < comments.size()) {
      Module.Comment first = comments.get(i);
      i++;
      if (!isMetadata(first)) {
        continue;
      }
      List<Module.Comment> lines = new ArrayList<>();
      while (i < comments.size() && continues(comments.get(i), comments.get(i - 1))) {
        lines.add(comments.get(i));
        i++;
      }
      Annotations read = read(first, lines, targets);
      if (read != null) {
        all.add(read);
      }
    }
    return all;
  }

  private static boolean isMetadata(Module.Comment comment) {
    return comment.span().column() == 1 && comment.text().strip().startsWith(METADATA);
  }

  private static boolean continues(Module.Comment comment, Module.Comment before) {
    return comment.span().column() == 1
        && comment.span().row() == before.span().row() + 1
        && !isMetadata(comment);
  }

  private @Nullable Annotations read(
      Module.Comment first, List<Module.Comment> lines, List<ModuleParser.Target> targets) {
    StringBuilder yaml = new StringBuilder();
    for (Module.Comment line : lines) {
      yaml.append(line.text().startsWith(" ") ? line.text().substring(1) : line.text());
      yaml.append('\n');
    }
    int place = first.span().start();
    if (yaml.toString().isBlank()) {
      problems.error(place, "expected METADATA block, found whitespace");
      return null;
    }
    ObjectValue fields;
    try {
      fields = new AnnotationFields(AnnotationYaml.read(yaml.toString())).read();
    } catch (AnnotationYaml.YamlException e) {
      int line = Math.min(e.line(), lines.size() - 1);
      problems.error(e.line() < 0 ? place : lines.get(line).span().start(), e.problem());
      return null;
    }
    Span span = lines.isEmpty() ? first.span() : first.span().to(last(lines).span());
    return scoped(span, fields, targetOf(first, targets));
  }

  private static Module.Comment last(List<Module.Comment> lines) {
    return lines.get(lines.size() - 1);
  }

  private static ModuleParser.@Nullable Target targetOf(
      Module.Comment first, List<ModuleParser.Target> targets) {
    int row = first.span().row();
    for (ModuleParser.Target target : targets) {
      if (target.span().row() > row) {
        return target;
      }
    }
    return null;
  }

  private @Nullable Annotations scoped(
      Span span, ObjectValue fields, ModuleParser.@Nullable Target target) {
    boolean entrypoint = fields.get("entrypoint") != null;
    boolean written = fields.get("scope") instanceof StringValue;
    String scope =
        fields.get("scope") instanceof StringValue s ? s.value() : impliedScope(target, entrypoint);
    int before = problems.count();
    String kind = target == null ? "" : target.kind();
    Annotations.Scope known = scope(scope);
    if (known == null) {
      problems.error(
          span.start(),
          "invalid annotation scope '"
              + scope
              + "'. Use one of 'rule', 'document', 'package', or 'subpackages'");
    } else {
      String wanted =
          known == Annotations.Scope.RULE || known == Annotations.Scope.DOCUMENT
              ? "rule"
              : "package";
      if (!kind.equals(wanted)) {
        problems.error(
            span.start(),
            "annotation scope '"
                + scope
                + "' must be applied to "
                + wanted
                + (kind.isEmpty() ? "" : " (have " + kind + ")"));
      }
    }
    if (entrypoint && !scope.equals("document") && !scope.equals("package")) {
      problems.error(
          span.start(),
          "annotation entrypoint applied to non-document or package scope '" + scope + "'");
    }
    if (known == null || problems.count() > before || target == null) {
      return null;
    }
    Optional<Integer> rule = target.rule() < 0 ? Optional.empty() : Optional.of(target.rule());
    return new Annotations(span, known, written, withScope(fields, scope), rule);
  }

  private static String impliedScope(ModuleParser.@Nullable Target target, boolean entrypoint) {
    if (target == null) {
      return "";
    }
    return target.kind().equals("rule") && entrypoint ? "document" : target.kind();
  }

  private static Annotations.@Nullable Scope scope(String name) {
    for (Annotations.Scope scope : Annotations.Scope.values()) {
      if (scope.wireName().equals(name)) {
        return scope;
      }
    }
    return null;
  }

  private static ObjectValue withScope(ObjectValue fields, String scope) {
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("scope", StringValue.of(scope));
    fields.forEach(
        (key, value) -> {
          if (!key.equals(StringValue.of("scope"))) {
            out.put(key, value);
          }
        });
    return out.build();
  }
}
