package dev.portcullis.cli;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.builtins.CoreBuiltins;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All builtins that the command line knows. */
final class Builtins {
  private Builtins() {}

  /** Returns the core builtins and those of the families on the class path, by name. */
  static Map<String, Builtin> all() {
    Map<String, Builtin> all = new TreeMap<>(CoreBuiltins.all());
    for (BuiltinProvider provider : ServiceLoader.load(BuiltinProvider.class)) {
      provider.builtins().forEach(b -> all.put(b.name(), b));
    }
    return all;
  }
}
