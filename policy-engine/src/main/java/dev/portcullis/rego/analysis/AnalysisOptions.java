package dev.portcullis.rego.analysis;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.Value;
import java.util.Map;
import java.util.Set;

/**
 * What analysis is told beside the modules.
 *
 * @param builtins the builtins that may be called, by name
 * @param strict whether strict mode's checks are errors (unused variables and imports, deprecated
 *     builtins, …)
 * @param schemas JSON schemas by their path, such as {@code schema.input}, for {@code schemas}
 *     annotations
 * @param unsafeBuiltins the names of builtins that must not be called
 * @param features names of language features of OPA's capabilities that are switched on beyond the
 *     default
 */
public record AnalysisOptions(
    Map<String, Builtin> builtins,
    boolean strict,
    Map<String, Value> schemas,
    Set<String> unsafeBuiltins,
    Set<String> features) {

  /** Copies the collections. */
  public AnalysisOptions {
    builtins = Map.copyOf(builtins);
    schemas = Map.copyOf(schemas);
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
    features = Set.copyOf(features);
  }

  /** Returns the default options with {@code builtins}. */
  public static AnalysisOptions of(Map<String, Builtin> builtins) {
    return new AnalysisOptions(builtins, false, Map.of(), Set.of(), Set.of());
  }

  /** Returns these options with strict mode on or off. */
  public AnalysisOptions withStrict(boolean newStrict) {
    return new AnalysisOptions(builtins, newStrict, schemas, unsafeBuiltins, features);
  }
}
