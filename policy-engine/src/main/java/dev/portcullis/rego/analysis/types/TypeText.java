package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types as OPA's messages write them. */
final class TypeText {
  private TypeText() {}

  static String of(RegoType type) {
    if (type instanceof RegoType.Array array) {
      return "array" + angles(array.fixed()) + rest(array.rest());
    }
    if (type instanceof RegoType.SetOf set) {
      return "set[" + of(set.element()) + "]";
    }
    if (type instanceof RegoType.ObjectOf object) {
      String fixed =
          object.fixed().isEmpty()
              ? ""
              : object.fixed().stream()
                  .map(p -> key(p.key()) + ": " + of(p.type()))
                  .collect(Collectors.joining(", ", "<", ">"));
      String dynamic =
          object.dynamic().map(d -> "[" + of(d.key()) + ": " + of(d.value()) + "]").orElse("");
      return "object" + fixed + dynamic;
    }
    if (type instanceof RegoType.AnyOf any) {
      return "any" + angles(any.alternatives());
    }
    if (type instanceof RegoType.Function function) {
      return list(function.arguments())
          + " => "
          + function.result().map(TypeText::of).orElse("???");
    }
    return type.toString();
  }

  private static String key(Value key) {
    return key instanceof StringValue text ? text.value() : key.toString();
  }

  private static String angles(List<RegoType> types) {
    return types.isEmpty()
        ? ""
        : types.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String rest(Optional<RegoType> rest) {
    return rest.map(type -> "[" + of(type) + "]").orElse("");
  }

  static String list(List<RegoType> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
