package dev.portcullis.api.spi;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A library of policy packs, found by {@link ServiceLoader}. What it returns never changes and may
 * be asked for by any number of threads.
 */
public interface PackProvider {

  /** Returns the libraries on the class path or module path. */
  static List<PackProvider> installed() {
    return ServiceLoader.load(PackProvider.class, PackProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** Returns the packs of this library, in the order in which a reader should meet them. */
  List<PackDescriptor> packs();

  /**
   * Returns the templates and constraints of a pack, whole: each template holds the text of the
   * libraries that it uses.
   *
   * @param name the pack's name, or the id of one policy
   * @return the files, each policy's template before its constraint; empty if this library has
   *     neither a pack nor a policy of that name
   */
  Optional<List<PackFile>> policies(String name);

  /**
   * Returns the suites of a pack and the sample objects that they name. The names that a suite uses
   * are relative to its own, in this list and that of {@link #policies}.
   *
   * @param name the pack's name, or the id of one policy
   * @return the files, each policy's suite before its samples; empty if this library has neither a
   *     pack nor a policy of that name
   */
  Optional<List<PackFile>> suites(String name);
}
