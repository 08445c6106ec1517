package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds that documents have for constraints though they are no Kubernetes objects: those of the
 * group {@code portcullis.dev}. They are told by their format, their shape or their file's name.
 */
final class DocumentKinds {
  private static final String GROUP = "portcullis.dev";
  private static final Pattern GITLAB_FILE =
      Pattern.compile("(?:.*[/\\\\])?[^/\\\\]*gitlab-ci[^/\\\\]*\\.ya?ml");

  private DocumentKinds() {}

  /** Returns what {@code document} is to constraints; empty if it is none of these kinds. */
  static Optional<ResourceIdentity> identity(Document document, ObjectValue object) {
    return kind(document, object)
        .map(
            kind ->
                new ResourceIdentity(
                    GROUP, "v1", kind, Optional.empty(), Optional.of(document.source())));
  }

  private static Optional<String> kind(Document document, ObjectValue object) {
    if (document.format().equals("dockerfile")) {
      return Optional.of("Dockerfile");
    }
    if (object.get("apiVersion") != null || object.get("kind") != null) {
      return Optional.empty();
    }
    if (object.get("jobs") != null && hasTriggers(object)) {
      return Optional.of("GitHubWorkflow");
    }
    if (object.get("runs") instanceof ObjectValue runs && runs.get("using") != null) {
      return Optional.of("GitHubAction");
    }
    return GITLAB_FILE.matcher(document.source()).matches()
        ? Optional.of("GitLabPipeline")
        : Optional.empty();
  }

  /** YAML 1.1 readers take the key {@code on} for true. */
  private static boolean hasTriggers(ObjectValue object) {
    return object.get("on") != null || object.containsKey(BooleanValue.TRUE);
  }
}
