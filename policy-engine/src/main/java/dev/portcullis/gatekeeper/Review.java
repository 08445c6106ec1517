package dev.portcullis.gatekeeper;

import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.gatekeeper.match.MatchSubject;
import java.util.List;
import java.util.Optional;

/**
 * What is asked about one document: the admission request, and what criteria need of its objects.
 * It is made once per document, and all constraints share it.
 *
 * @param request the admission request, as {@code input.review} has it
 * @param subjects the object and the old object, those of them that there are
 * @param identity which Kubernetes object it is
 * @param objectPointer the JSON pointer of the reviewed object within the document
 * @param operation the operation, or nothing
 */
public record Review(
    ObjectValue request,
    List<MatchSubject> subjects,
    Optional<ResourceIdentity> identity,
    String objectPointer,
    String operation) {

  /** Copies the list. */
  public Review {
    subjects = List.copyOf(subjects);
  }
}
