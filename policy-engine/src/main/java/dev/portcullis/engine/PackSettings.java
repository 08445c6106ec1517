package dev.portcullis.engine;

import dev.portcullis.api.Document;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.ConstraintReader;
import dev.portcullis.gatekeeper.ManifestObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a host's settings into the constraints of a pack. A setting {@code name} is the parameter of
 * that name of every constraint of the pack that has it by default; {@code constraint.name} is the
 * parameter of one constraint, whether it has a default or not.
 */
final class PackSettings {
  private final Map<String, Value> settings;
  private final Set<String> used = new HashSet<>();

  PackSettings(Map<String, Value> settings) {
    this.settings = settings;
  }

  /** Returns {@code object}, with the settings that are for it if it is a constraint. */
  ManifestObject apply(ManifestObject object) {
    if (settings.isEmpty() || !ConstraintReader.accepts(object)) {
      return object;
    }
    ObjectValue parameters = object.objectAt("/spec/parameters");
    ObjectValue changed = parameters;
    for (Map.Entry<String, Value> setting : settings.entrySet()) {
      String own = object.name() + ".";
      String name =
          setting.getKey().startsWith(own)
              ? setting.getKey().substring(own.length())
              : setting.getKey();
      boolean isFor = setting.getKey().startsWith(own) || parameters.get(setting.getKey()) != null;
      if (isFor) {
        used.add(setting.getKey());
        changed = with(changed, name, setting.getValue());
      }
    }
    if (changed == parameters) {
      return object;
    }
    ObjectValue spec = with(object.objectAt("/spec"), "parameters", changed);
    Document document = object.document().part("", with(object.value(), "spec", spec));
    return new ManifestObject(document, object.file());
  }

  private static ObjectValue with(ObjectValue object, String field, Value value) {
    ObjectValue.Builder result = ObjectValue.builder(object.size() + 1);
    object.forEach(result::put);
    return result.put(StringValue.of(field), value).build();
  }

  /** Returns an error for each setting that no constraint took. */
  List<Diagnostic> unused() {
    List<Diagnostic> result = new ArrayList<>();
    for (String name : new TreeSet<>(settings.keySet())) {
      if (!used.contains(name)) {
        result.add(
            Diagnostic.error(
                DiagnosticCode.PACK_ERROR,
                "no policy of the pack has a parameter called \"" + name + "\""));
      }
    }
    return result;
  }
}
