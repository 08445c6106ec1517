package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.RuntimeInformation;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Set;

/** What policies may know of the program that evaluates them, and of themselves. */
final class HostRuntime implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("opa.runtime")
              .doc("Describes the program that evaluates the policy, as far as the host allows.")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.STRING, RegoType.ANY),
                  "includes a `config` key if OPA was started with a configuration file; an `env`"
                      + " key containing the environment variables that the OPA process was started"
                      + " with; includes `version` and `commit` keys containing the version and"
                      + " build commit of OPA.")
              .trait(Builtin.Trait.NON_DETERMINISTIC)
              .trait(Builtin.Trait.OUTWARD)
              .body(HostRuntime::describe),
          Builtin.named("rego.metadata.chain")
              .doc("Gives the annotations of the rule and of what it is part of.")
              .result(
                  "chain",
                  RegoType.arrayOf(RegoType.ANY),
                  "each array entry represents a node in the path ancestry (chain) of the active"
                      + " rule that also has declared annotations")
              .trait(Builtin.Trait.COMPILED_AWAY)
              .body(ctx -> ArrayValue.EMPTY),
          Builtin.named("rego.metadata.rule")
              .doc("Gives the annotations of the rule.")
              .result(
                  "output",
                  RegoType.ANY,
                  "\"rule\" scope annotations for this rule; empty object if no annotations exist")
              .trait(Builtin.Trait.COMPILED_AWAY)
              .body(ctx -> ObjectValue.EMPTY));

  private static final Set<Value> CREDENTIALS = Set.of(StringValue.of("credentials"));
  private static final Set<Value> KEYS =
      Set.of(StringValue.of("key"), StringValue.of("private_key"));

  private static Value describe(BuiltinContext ctx) {
    ObjectValue information =
        ctx.host()
            .find(RuntimeInformation.class)
            .map(RuntimeInformation::describe)
            .orElse(ObjectValue.EMPTY);
    return information.get("config") instanceof ObjectValue config
        ? with(information, "config", withoutSecrets(config))
        : information;
  }

  private static ObjectValue withoutSecrets(ObjectValue config) {
    ObjectValue result = config;
    Value services = config.get("services");
    if (services != null) {
      result = with(result, "services", withoutSecrets(services, CREDENTIALS));
    }
    Value keys = config.get("keys");
    if (keys != null) {
      result = with(result, "keys", withoutSecrets(keys, KEYS));
    }
    return result;
  }

  /** Returns the services, or keys, each without its secret entries. */
  private static Value withoutSecrets(Value entries, Set<Value> secrets) {
    if (entries instanceof ArrayValue array) {
      return ArrayValue.of(array.asList().stream().map(e -> without(e, secrets)).toList());
    }
    if (entries instanceof ObjectValue object) {
      ObjectValue.Builder result = ObjectValue.builder(object.size());
      object.forEach((key, entry) -> result.put(key, without(entry, secrets)));
      return result.build();
    }
    throw BuiltinException.failed("illegal config type: " + entries.kind().typeName());
  }

  private static ObjectValue without(Value entry, Set<Value> secrets) {
    if (!(entry instanceof ObjectValue object)) {
      throw BuiltinException.failed("type assertion error");
    }
    ObjectValue.Builder result = ObjectValue.builder(object.size());
    object.forEach(
        (key, value) -> {
          if (!secrets.contains(key)) {
            result.put(key, value);
          }
        });
    return result.build();
  }

  private static ObjectValue with(ObjectValue object, String key, Value value) {
    ObjectValue.Builder result = ObjectValue.builder(object.size());
    object.forEach(result::put);
    return result.put(key, value).build();
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
