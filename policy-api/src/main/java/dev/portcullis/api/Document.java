package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.spi.Positions;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that policies are asked about: its value, where it came from, and, if it came as text,
 * where its parts stand there. Immutable and safe for use by several threads.
 *
 * <p>Documents are made by a {@link DocumentReader}, or from values with {@link #of(Value)}.
 */
public final class Document {
  private final String source;
  private final int index;
  private final String pointer;
  private final String format;
  private final Value value;
  private final Positions positions;

  /** Null until it is first asked for. */
  @SuppressWarnings("NullableOptional")
  private volatile @Nullable Optional<ResourceIdentity> identity;

  private Document(
      String source, int index, String pointer, String format, Value value, Positions positions) {
    this.source = source;
    this.index = index;
    this.pointer = pointer;
    this.format = format;
    this.value = value;
    this.positions = positions;
  }

  /** Returns a document that did not come as text. */
  public static Document of(Value value) {
    return of("", value);
  }

  /**
   * Returns a document that did not come as text.
   *
   * @param source the name that reports call it by
   * @param value what it says
   */
  public static Document of(String source, Value value) {
    return new Document(source, 0, "", "value", value, Positions.NONE);
  }

  /**
   * Returns a document that came as text.
   *
   * @param source the name of the text: a path, or what the host chose
   * @param index the number of the document in its text, from 0
   * @param format the name of its format
   * @param value what it says
   * @param positions where it says so
   */
  public static Document parsed(
      String source, int index, String format, Value value, Positions positions) {
    return new Document(source, index, "", format, value, positions);
  }

  /**
   * Returns a part of this document as a document of its own: an item of a {@code List}.
   *
   * @param part the JSON pointer of the part, from this document
   * @param partValue the value there
   */
  public Document part(String part, Value partValue) {
    return new Document(source, index, pointer + part, format, partValue, positions);
  }

  /** Returns the name of the text it came from: a path, or what the host chose; may be empty. */
  public String source() {
    return source;
  }

  /** Returns its number in its text, from 0. The items of one {@code List} share it. */
  public int index() {
    return index;
  }

  /**
   * Returns the JSON pointer of this document in the document that its text holds: {@code /items/3}
   * for an item of a {@code List}, else empty.
   */
  public String pointer() {
    return pointer;
  }

  /** Returns the name of its format, such as {@code yaml}; {@code value} if it was no text. */
  public String format() {
    return format;
  }

  /** Returns what it says. */
  public Value value() {
    return value;
  }

  /** Returns which Kubernetes object it is, if it has {@code apiVersion} and {@code kind}. */
  public Optional<ResourceIdentity> identity() {
    Optional<ResourceIdentity> known = identity;
    if (known == null) {
      known = ResourceIdentity.of(value);
      identity = known;
    }
    return known;
  }

  /**
   * Returns the {@code request} of an {@code AdmissionReview} with one, whose {@code object} is
   * then what is asked about.
   */
  public Optional<ObjectValue> admissionRequest() {
    return value instanceof ObjectValue review
            && review.get("kind") instanceof StringValue kind
            && kind.value().equals("AdmissionReview")
            && review.get("request") instanceof ObjectValue request
        ? Optional.of(request)
        : Optional.empty();
  }

  /**
   * Returns where a part of the document begins in its text.
   *
   * @param jsonPointer the JSON pointer of the part, from this document; empty for all of it
   * @return empty if there is no such part, or if the document did not come as text
   */
  public Optional<Location> locate(String jsonPointer) {
    return positions.ofValue(pointer + jsonPointer);
  }

  /**
   * Returns where the key of a part of the document begins in its text.
   *
   * @param jsonPointer the JSON pointer of the part, from this document
   * @return empty if there is no such part, if it has no key, or if the document did not come as
   *     text
   */
  public Optional<Location> locateKey(String jsonPointer) {
    return positions.ofKey(pointer + jsonPointer);
  }

  /**
   * Returns the best place to show for a part of the document that may be missing: its key, else
   * its value, else those of the nearest part around it.
   *
   * @param jsonPointer the JSON pointer of the part, from this document
   * @return empty if the document did not come as text
   */
  public Optional<Location> locateNearest(String jsonPointer) {
    String at = pointer + jsonPointer;
    while (true) {
      Optional<Location> found = positions.ofKey(at);
      if (found.isEmpty()) {
        found = positions.ofValue(at);
      }
      if (found.isPresent() || at.isEmpty()) {
        return found;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that
        && source.equals(that.source)
        && index == that.index
        && pointer.equals(that.pointer)
        && format.equals(that.format)
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, index, pointer, value);
  }

  /** Returns the source, the number in it and the identity. */
  @Override
  public String toString() {
    String place = source + "#" + index + pointer;
    return identity().map(i -> place + " (" + i + ")").orElse(place);
  }
}
