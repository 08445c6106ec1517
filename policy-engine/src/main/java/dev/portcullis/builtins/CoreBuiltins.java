package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The builtins that need no library beyond the engine's own. */
public final class CoreBuiltins {
  private static final List<BuiltinProvider> FAMILIES =
      List.of(
          new Aggregates(),
          new ArrayFunctions(),
          new Bits(),
          new Comparison(),
          new Digests(),
          new Encoding(),
          new Formatting(),
          new Globs(),
          new Graphs(),
          new HostRuntime(),
          new JsonPaths(),
          new JsonText(),
          new Networks(),
          new Numbers(),
          new Objects(),
          new Output(),
          new RegoModules(),
          new RegularExpressions(),
          new SemanticVersions(),
          new Sets(),
          new StringEditing(),
          new StringSearch(),
          new StringTrimming(),
          new Times(),
          new Types(),
          new Units(),
          new Urls(),
          new Uuids(),
          new YamlDocuments() //
          );

  private static final Map<String, Builtin> ALL = index();

  private CoreBuiltins() {}

  /** Returns the core builtins by name, in the order of their names. */
  public static Map<String, Builtin> all() {
    return ALL;
  }

  private static Map<String, Builtin> index() {
    TreeMap<String, Builtin> byName = new TreeMap<>();
    for (BuiltinProvider family : FAMILIES) {
      for (Builtin builtin : family.builtins()) {
        if (byName.put(builtin.name(), builtin) != null) {
          throw new IllegalStateException("two builtins are named " + builtin.name());
        }
      }
    }
    return Collections.unmodifiableMap(byName);
  }
}
