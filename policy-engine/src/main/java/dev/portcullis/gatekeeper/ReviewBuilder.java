package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchSubject;
import dev.portcullis.gatekeeper.match.MatchSubject.ReviewNamespace;
import dev.portcullis.gatekeeper.match.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes reviews of documents: of an AdmissionReview from its request, of any other object from an
 * admission request around it, as Gatekeeper makes them.
 */
public final class ReviewBuilder {
  private static final ObjectValue NO_RESOURCE =
      ObjectValue.builder()
          .put("group", StringValue.EMPTY)
          .put("version", StringValue.EMPTY)
          .put("resource", StringValue.EMPTY)
          .build();

  private final Namespaces namespaces;
  private final boolean emptyNamespaceForClusterObjects;
  private final Origin origin;

  /**
   * Creates a builder.
   *
   * @param namespaces the Namespaces that are known
   * @param emptyNamespaceForClusterObjects whether an object that names no namespace is reviewed in
   *     a Namespace without a name, as {@code gator test} does
   * @param origin where the documents come from
   */
  public ReviewBuilder(
      Namespaces namespaces, boolean emptyNamespaceForClusterObjects, Origin origin) {
    this.namespaces = namespaces;
    this.emptyNamespaceForClusterObjects = emptyNamespaceForClusterObjects;
    this.origin = origin;
  }

  /** What becomes of a document. */
  public sealed interface Result {
    /** It can be reviewed. */
    record Ready(Review review) implements Result {}

    /** It is nothing that constraints are about. */
    record NotReviewed() implements Result {}

    /** It is an admission request that breaks the rules. */
    record Refused(String message) implements Result {}
  }

  /** Returns the review of {@code document}. */
  public Result build(Document document) {
    Optional<ObjectValue> request = document.admissionRequest();
    if (request.isPresent()) {
      return ofRequest(request.get());
    }
    if (!(document.value() instanceof ObjectValue object)) {
      return new Result.NotReviewed();
    }
    Optional<ResourceIdentity> identity = identity(document, object);
    return identity.isEmpty()
        ? new Result.NotReviewed()
        : new Result.Ready(ofObject(object, identity.get()));
  }

  /**
   * Which object a document is. One without {@code apiVersion} or {@code kind} is taken by what it
   * has of them, so that leaving one out is no way around a policy.
   */
  private static Optional<ResourceIdentity> identity(Document document, ObjectValue object) {
    if (document.identity().isPresent()) {
      return document.identity();
    }
    Optional<ResourceIdentity> ours = DocumentKinds.identity(document, object);
    if (ours.isPresent()) {
      return ours;
    }
    String apiVersion = text(object.get("apiVersion"));
    String kind = text(object.get("kind"));
    if (apiVersion.isEmpty() && kind.isEmpty()) {
      return Optional.empty();
    }
    int slash = apiVersion.indexOf('/');
    return Optional.of(
        new ResourceIdentity(
            slash < 0 ? "" : apiVersion.substring(0, slash),
            apiVersion.substring(slash + 1),
            kind,
            nonEmpty(metadata(object, "namespace")),
            nonEmpty(metadata(object, "name"))));
  }

  private static Optional<String> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Review ofObject(ObjectValue object, ResourceIdentity identity) {
    ObjectValue.Builder request = ObjectValue.builder(12);
    request.put("uid", StringValue.EMPTY);
    request.put("kind", kind(identity));
    request.put("resource", NO_RESOURCE);
    identity.name().ifPresent(name -> request.put("name", StringValue.of(name)));
    identity
        .namespace()
        .ifPresent(namespace -> request.put("namespace", StringValue.of(namespace)));
    request.put("operation", StringValue.EMPTY);
    request.put("userInfo", ObjectValue.EMPTY);
    request.put("object", object);
    request.put("oldObject", NullValue.NULL);
    request.put("options", NullValue.NULL);
    Optional<ObjectValue> namespace = identity.namespace().flatMap(namespaces::find);
    request.put("namespaceObject", namespace.map(n -> (Value) n).orElse(NullValue.NULL));
    MatchSubject subject =
        new MatchSubject(
            object,
            identity.group(),
            identity.kind(),
            "",
            reviewNamespace(namespace, identity.namespace().isPresent()),
            Optional.of(origin));
    return new Review(request.build(), List.of(subject), Optional.of(identity), "", "");
  }

  private static ObjectValue kind(ResourceIdentity identity) {
    return ObjectValue.builder(3)
        .put("group", StringValue.of(identity.group()))
        .put("version", StringValue.of(identity.version()))
        .put("kind", StringValue.of(identity.kind()))
        .build();
  }

  private Optional<ReviewNamespace> reviewNamespace(
      Optional<ObjectValue> namespace, boolean inNamespace) {
    if (namespace.isEmpty() && !inNamespace && emptyNamespaceForClusterObjects) {
      return Optional.of(ReviewNamespace.EMPTY);
    }
    return namespace.map(ReviewNamespace::of);
  }

  private Result ofRequest(ObjectValue given) {
    ObjectValue.Builder request = ObjectValue.builder(16);
    request.put("uid", StringValue.EMPTY);
    request.put("resource", NO_RESOURCE);
    request.put("operation", StringValue.EMPTY);
    request.put("userInfo", ObjectValue.EMPTY);
    for (String field : List.of("object", "oldObject", "options", "namespaceObject")) {
      request.put(field, NullValue.NULL);
    }
    given.forEach(request::put);
    boolean delete = text(given.get("operation")).equals("DELETE");
    Value old = given.get("oldObject");
    Value object = given.get("object");
    if (delete) {
      if (!(old instanceof ObjectValue)) {
        return new Result.Refused("a DELETE request must have the oldObject");
      }
      request.put("object", old);
      object = old;
    }
    Value known = object instanceof ObjectValue ? object : old;
    if (!(known instanceof ObjectValue main)) {
      return new Result.Refused("the request has neither an object nor an oldObject");
    }
    String pointer = delete ? "/request/oldObject" : "/request/object";
    return new Result.Ready(requestReview(request, given, pointer, main, object, old));
  }

  private Review requestReview(
      ObjectValue.Builder request,
      ObjectValue given,
      String objectPointer,
      ObjectValue main,
      @Nullable Value object,
      @Nullable Value old) {
    String namespaceName = text(given.get("namespace"));
    boolean isNamespace =
        text(main.get("kind")).equals("Namespace") && text(main.get("apiVersion")).equals("v1");
    if (isNamespace) {
      namespaceName = "";
      request.put("namespace", StringValue.EMPTY);
    }
    if (namespaceName.isEmpty() && !isNamespace) {
      namespaceName = metadata(main, "namespace");
    }
    Optional<ObjectValue> namespace =
        given.get("namespaceObject") instanceof ObjectValue known
            ? Optional.of(known)
            : namespaces.find(namespaceName);
    namespace.ifPresent(n -> request.put("namespaceObject", n));
    Optional<ReviewNamespace> reviewed = reviewNamespace(namespace, !namespaceName.isEmpty());
    List<MatchSubject> subjects = new ArrayList<>();
    for (Value each : new Value[] {object, old}) {
      if (each instanceof ObjectValue o && (subjects.isEmpty() || o != object)) {
        subjects.add(subject(o, namespaceName, reviewed));
      }
    }
    return new Review(
        request.build(),
        subjects,
        ResourceIdentity.of(main),
        objectPointer,
        text(given.get("operation")));
  }

  private MatchSubject subject(
      ObjectValue object, String namespace, Optional<ReviewNamespace> reviewed) {
    String apiVersion = text(object.get("apiVersion"));
    int slash = apiVersion.indexOf('/');
    return new MatchSubject(
        object,
        slash < 0 ? "" : apiVersion.substring(0, slash),
        text(object.get("kind")),
        namespace,
        reviewed,
        Optional.of(origin));
  }

  private static String metadata(ObjectValue object, String field) {
    return object.get("metadata") instanceof ObjectValue metadata ? text(metadata.get(field)) : "";
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }
}
