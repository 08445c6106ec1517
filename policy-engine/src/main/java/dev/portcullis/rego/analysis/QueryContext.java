package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Module;
import java.util.List;

/**
 * Where a query stands.
 *
 * @param imports the imports that hold for it
 * @param packagePath the package whose rules it may name, from below {@code data}; empty for none
 */
public record QueryContext(List<Module.Import> imports, List<String> packagePath) {
  /** Copies the lists. */
  public QueryContext {
    imports = List.copyOf(imports);
    packagePath = List.copyOf(packagePath);
  }
}
