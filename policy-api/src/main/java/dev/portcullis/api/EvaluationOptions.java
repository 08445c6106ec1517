package dev.portcullis.api;

import java.util.List;
import java.util.Optional;

/**
 * What an evaluation is told beside its documents.
 *
 * @param enforcementPoint the enforcement point to evaluate for; empty for the engine's own
 * @param context documents that are not judged themselves but known to policies: Namespaces for
 *     namespace selectors, and whatever referential policies look up in {@code data.inventory}. The
 *     documents of the batch are known without being named here
 */
public record EvaluationOptions(Optional<String> enforcementPoint, List<Document> context) {
  /** The engine's enforcement point and no context. */
  public static final EvaluationOptions DEFAULT =
      new EvaluationOptions(Optional.empty(), List.of());

  /** Copies the list. */
  public EvaluationOptions {
    context = List.copyOf(context);
  }

  /** Returns these options for another enforcement point. */
  public EvaluationOptions withEnforcementPoint(String point) {
    return new EvaluationOptions(Optional.of(point), context);
  }

  /** Returns these options with another context. */
  public EvaluationOptions withContext(List<Document> newContext) {
    return new EvaluationOptions(enforcementPoint, newContext);
  }
}
