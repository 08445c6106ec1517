package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Writes builtins and types in the JSON form of OPA's capabilities files. */
public final class CapabilitiesJson {
  private CapabilitiesJson() {}

  /** Returns the value of the {@code builtins} key: an array of the builtins, ordered by name. */
  public static ArrayValue builtins(Collection<Builtin> builtins) {
    List<Value> entries = new ArrayList<>(builtins.size());
    builtins.stream()
        .sorted(Comparator.comparing(Builtin::name))
        .forEach(builtin -> entries.add(builtin(builtin)));
    return ArrayValue.of(entries);
  }

  /** Returns the entry of one builtin. */
  public static ObjectValue builtin(Builtin builtin) {
    ObjectValue.Builder entry = ObjectValue.builder(8).put("name", text(builtin.name()));
    if (!builtin.doc().isEmpty()) {
      entry.put("description", text(builtin.doc()));
    }
    entry.put("decl", declaration(builtin));
    builtin.infix().ifPresent(operator -> entry.put("infix", text(operator)));
    flag(entry, "relation", builtin.has(Builtin.Trait.RELATION));
    flag(entry, "deprecated", builtin.has(Builtin.Trait.DEPRECATED));
    flag(entry, "nondeterministic", builtin.has(Builtin.Trait.NON_DETERMINISTIC));
    return entry.build();
  }

  /** Returns {@code type} in the form that declarations use. */
  public static ObjectValue type(RegoType type) {
    return describe(type).build();
  }

  private static ObjectValue declaration(Builtin builtin) {
    ObjectValue.Builder declaration = ObjectValue.builder(4).put("type", text("function"));
    List<Builtin.Parameter> arguments = builtin.arguments();
    int fixed = arguments.size() - (builtin.variadic() ? 1 : 0);
    if (fixed > 0) {
      Value[] types = new Value[fixed];
      for (int i = 0; i < fixed; i++) {
        types[i] = parameter(arguments.get(i));
      }
      declaration.put("args", ArrayValue.wrap(types));
    }
    if (builtin.variadic()) {
      declaration.put("variadic", parameter(arguments.get(fixed)));
    }
    builtin.result().ifPresent(result -> declaration.put("result", parameter(result)));
    return declaration.build();
  }

  private static ObjectValue parameter(Builtin.Parameter parameter) {
    ObjectValue.Builder type = describe(parameter.type());
    if (!parameter.name().isEmpty()) {
      type.put("name", text(parameter.name()));
    }
    if (!parameter.description().isEmpty()) {
      type.put("description", text(parameter.description()));
    }
    return type.build();
  }

  private static ObjectValue.Builder describe(RegoType type) {
    ObjectValue.Builder out = ObjectValue.builder(4);
    if (type instanceof RegoType.Scalar scalar) {
      return out.put("type", text(scalar.name()));
    }
    if (type instanceof RegoType.AnyOf any) {
      out.put("type", text("any"));
      return any.alternatives().isEmpty() ? out : out.put("of", types(any.alternatives()));
    }
    if (type instanceof RegoType.SetOf set) {
      return out.put("type", text("set")).put("of", type(set.element()));
    }
    if (type instanceof RegoType.Array array) {
      out.put("type", text("array"));
      if (!array.fixed().isEmpty()) {
        out.put("static", types(array.fixed()));
      }
      array.rest().ifPresent(rest -> out.put("dynamic", type(rest)));
      return out;
    }
    if (type instanceof RegoType.ObjectOf object) {
      return describeObject(out, object);
    }
    return describeFunction(out, (RegoType.Function) type);
  }

  private static ObjectValue.Builder describeObject(
      ObjectValue.Builder out, RegoType.ObjectOf object) {
    out.put("type", text("object"));
    if (!object.fixed().isEmpty()) {
      List<Value> properties = new ArrayList<>();
      for (RegoType.Property property : object.fixed()) {
        properties.add(
            ObjectValue.builder(2)
                .put("key", property.key())
                .put("value", type(property.type()))
                .build());
      }
      out.put("static", ArrayValue.of(properties));
    }
    object
        .dynamic()
        .ifPresent(
            dynamic ->
                out.put(
                    "dynamic",
                    ObjectValue.builder(2)
                        .put("key", type(dynamic.key()))
                        .put("value", type(dynamic.value()))
                        .build()));
    return out;
  }

  private static ObjectValue.Builder describeFunction(
      ObjectValue.Builder out, RegoType.Function function) {
    out.put("type", text("function"));
    if (!function.arguments().isEmpty()) {
      out.put("args", types(function.arguments()));
    }
    function.variadic().ifPresent(rest -> out.put("variadic", type(rest)));
    function.result().ifPresent(result -> out.put("result", type(result)));
    return out;
  }

  private static ArrayValue types(List<RegoType> types) {
    Value[] out = new Value[types.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = type(types.get(i));
    }
    return ArrayValue.wrap(out);
  }

  private static void flag(ObjectValue.Builder entry, String name, boolean set) {
    if (set) {
      entry.put(name, BooleanValue.TRUE);
    }
  }

  private static StringValue text(String text) {
    return StringValue.of(text);
  }
}
