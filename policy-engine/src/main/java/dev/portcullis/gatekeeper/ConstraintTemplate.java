package dev.portcullis.gatekeeper;

import dev.portcullis.gatekeeper.schema.Schema;
import dev.portcullis.rego.ast.RegoVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A template as its manifest says it; its Rego is still text.
 *
 * @param object the manifest
 * @param name its name
 * @param kind the kind of its constraints
 * @param metadata what its author says about the policy
 * @param parameters the schema of its constraints' parameters; empty if they may have none
 * @param rego the Rego of its policy
 * @param operations the operations that a webhook asks it for; empty for all
 * @param engines the engines that it has code for
 */
public record ConstraintTemplate(
    ManifestObject object,
    String name,
    String kind,
    PolicyMetadata metadata,
    Optional<Schema> parameters,
    RegoCode rego,
    Set<String> operations,
    List<String> engines) {

  /** Copies the collections. */
  public ConstraintTemplate {
    operations = Set.copyOf(operations);
    engines = List.copyOf(engines);
  }

  /**
   * The Rego of a template.
   *
   * @param version the language that all of it is written in
   * @param policy where the text of the policy stands
   * @param libraries where the texts of the libraries stand
   */
  record RegoCode(RegoVersion version, EmbeddedSource policy, List<EmbeddedSource> libraries) {
    RegoCode {
      libraries = List.copyOf(libraries);
    }
  }
}
