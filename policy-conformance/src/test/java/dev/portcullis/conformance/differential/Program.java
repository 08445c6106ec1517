package dev.portcullis.conformance.differential;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A policy with a query and documents to ask it about. */
record Program(List<String> modules, String query, ObjectValue data, Value input) {
  Program {
    modules = List.copyOf(modules);
  }

  /** Returns this program in the form of a conformance case that does not say what it wants. */
  ObjectValue asCase() {
    return ObjectValue.builder()
        .put(
            "modules", ArrayValue.of(modules.stream().map(m -> (Value) StringValue.of(m)).toList()))
        .put("query", StringValue.of(query))
        .put("data", data)
        .put("input", input)
        .build();
  }

  Program withModules(List<String> newModules) {
    return new Program(newModules, query, data, input);
  }

  Program withModule(int index, String text) {
    List<String> changed = new ArrayList<>(modules);
    changed.set(index, text);
    return withModules(changed);
  }

  Program withData(ObjectValue newData) {
    return new Program(modules, query, newData, input);
  }

  Program withInput(Value newInput) {
    return new Program(modules, query, data, newInput);
  }
}
