package dev.portcullis.document;

import dev.portcullis.api.Document;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Unpacks the lists of Kubernetes: a {@code List}, and what the API server answers to a listing
 * ({@code PodList}). An item without a kind gets that of its list, as in the API machinery.
 */
final class KubernetesLists {
  private static final String SUFFIX = "List";
  private static final StringValue ITEMS = StringValue.of("items");
  private static final StringValue KIND = StringValue.of("kind");
  private static final StringValue API_VERSION = StringValue.of("apiVersion");

  private KubernetesLists() {}

  /** Adds {@code document}, or what it lists, to {@code documents}. */
  static void unpack(Document document, List<Document> documents, List<Diagnostic> diagnostics) {
    ArrayDeque<Document> waiting = new ArrayDeque<>();
    waiting.push(document);
    while (!waiting.isEmpty()) {
      Document next = waiting.pop();
      if (isList(next)) {
        // The first item has to come out first.
        ArrayValue items = items(next);
        for (int i = items.size() - 1; i >= 0; i--) {
          if (items.at(i) instanceof ObjectValue item) {
            waiting.push(next.part("/items/" + i, typed(item, next)));
          } else {
            diagnostics.add(notAnObject(next, i));
          }
        }
      } else {
        documents.add(next);
      }
    }
  }

  private static boolean isList(Document document) {
    String kind = document.identity().map(identity -> identity.kind()).orElse("");
    if (!kind.endsWith(SUFFIX)
        || !(document.value() instanceof ObjectValue list)
        || !(list.get(ITEMS) instanceof ArrayValue items)) {
      return false;
    }
    // A custom resource may be called so too; it has a name, and its items may be anything.
    return kind.equals(SUFFIX)
        || (document.identity().flatMap(identity -> identity.name()).isEmpty()
            && items.asList().stream().allMatch(ObjectValue.class::isInstance));
  }

  private static ArrayValue items(Document list) {
    return list.value().get(ITEMS) instanceof ArrayValue items ? items : ArrayValue.EMPTY;
  }

  private static Value typed(ObjectValue item, Document list) {
    String kind = list.identity().map(identity -> identity.kind()).orElse(SUFFIX);
    Value apiVersion = list.value().get(API_VERSION);
    if (kind.equals(SUFFIX) || item.containsKey(KIND) || apiVersion == null) {
      return item;
    }
    ObjectValue.Builder typed = ObjectValue.builder(item.size() + 2);
    typed.put(API_VERSION, apiVersion);
    typed.put(KIND, StringValue.of(kind.substring(0, kind.length() - SUFFIX.length())));
    item.forEach(typed::put);
    return typed.build();
  }

  private static Diagnostic notAnObject(Document list, int item) {
    String message = "item " + item + " of the List is no object";
    return list.locate("/items/" + item)
        .map(at -> Diagnostic.error(DiagnosticCode.DOCUMENT_PARSE_ERROR, message, at))
        .orElseGet(() -> Diagnostic.error(DiagnosticCode.DOCUMENT_PARSE_ERROR, message));
  }
}
