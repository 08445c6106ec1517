package dev.portcullis.gatekeeper;

import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Optional;

/**
 * What a template's author says about its policy, in annotations of the template.
 *
 * @param id the policy's id: the annotation {@code portcullis.dev/policy}, else the template's name
 * @param title a short title, or nothing
 * @param description what it asks for, or nothing
 * @param severity how bad it is to break it
 * @param remediation what to do about a violation
 * @param rest what else the annotations say, by their name without its prefix
 */
public record PolicyMetadata(
    String id,
    String title,
    String description,
    Optional<PolicySeverity> severity,
    Optional<String> remediation,
    ObjectValue rest) {

  private static final String OURS = "portcullis.dev/";
  private static final String GATEKEEPERS = "metadata.gatekeeper.sh/";

  static PolicyMetadata of(ManifestObject template) {
    ObjectValue annotations = template.objectAt("/metadata/annotations");
    ObjectValue.Builder rest = ObjectValue.builder();
    annotations.forEach(
        (key, value) -> {
          String name = ManifestObject.text(key);
          for (String prefix : new String[] {OURS, GATEKEEPERS}) {
            if (name.startsWith(prefix) && !isField(name.substring(prefix.length()))) {
              rest.put(name.substring(prefix.length()), stripped(value));
            }
          }
        });
    Optional<String> description = annotation(annotations, OURS + "description");
    return new PolicyMetadata(
        annotation(annotations, OURS + "policy").orElse(template.name()),
        annotation(annotations, OURS + "title")
            .or(() -> annotation(annotations, GATEKEEPERS + "title"))
            .orElse(""),
        description.or(() -> annotation(annotations, "description")).orElse(""),
        annotation(annotations, OURS + "severity").flatMap(PolicySeverity::parse),
        annotation(annotations, OURS + "remediation"),
        rest.build());
  }

  private static boolean isField(String name) {
    return switch (name) {
      case "policy", "title", "description", "severity", "remediation" -> true;
      default -> false;
    };
  }

  private static Value stripped(Value value) {
    return value instanceof StringValue text ? StringValue.of(text.value().strip()) : value;
  }

  private static Optional<String> annotation(ObjectValue annotations, String name) {
    String text = ManifestObject.text(annotations.get(name)).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
