package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.text.SourceText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template, a constraint or another object that configures policies, with the file it stands in.
 *
 * @param document the object
 * @param file the text of the whole file; without content if the object did not come as text
 */
public record ManifestObject(Document document, SourceText file) {

  /** Returns the object's value; an empty object if it is none. */
  public ObjectValue value() {
    return document.value() instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  /** Returns {@code kind}, or nothing. */
  public String kind() {
    return text(value().get("kind"));
  }

  /** Returns {@code apiVersion}, or nothing. */
  public String apiVersion() {
    return text(value().get("apiVersion"));
  }

  /** Returns the API group, or nothing. */
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  /** Returns the API version without its group. */
  public String version() {
    return apiVersion().substring(apiVersion().indexOf('/') + 1);
  }

  /** Returns {@code metadata.name}, or nothing. */
  public String name() {
    return text(at("/metadata/name"));
  }

  /**
   * Returns the value at a pointer, or {@code null}.
   *
   * @param pointer a JSON pointer without escapes
   */
  public @Nullable Value at(String pointer) {
    Value value = document.value();
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      Value next = null;
      if (value instanceof ObjectValue object) {
        next = object.get(step);
      } else if (value instanceof ArrayValue array) {
        next = array.get(NumberValue.of(Long.parseLong(step)));
      }
      if (next == null) {
        return null;
      }
      value = next;
    }
    return value;
  }

  /** Returns the object at a pointer; an empty one where there is none. */
  public ObjectValue objectAt(String pointer) {
    return at(pointer) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  /** Returns the place of a part, or of the nearest part around it, in the file. */
  public Optional<Location> locate(String pointer) {
    return document.locateNearest(pointer);
  }

  static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }
}
