package dev.portcullis.api.spi;

import java.util.List;

/**
 * A family of builtins. Families outside of the engine are found by {@link
 * java.util.ServiceLoader}, or given to the engine's builder by the host.
 */
public interface BuiltinProvider {
  /** Returns the family's rows; the same ones at every call. */
  List<Builtin> builtins();
}
