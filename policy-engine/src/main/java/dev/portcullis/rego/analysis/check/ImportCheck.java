package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Imports;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.ast.Module;
import java.util.HashMap;
import java.util.Map;

/** No two imports of a module give the same name. */
public final class ImportCheck {
  private ImportCheck() {}

  /** Checks a module of Rego v1 or in strict mode. */
  public static void check(Module module, Problems problems) {
    Map<String, Module.Import> seen = new HashMap<>();
    for (Module.Import imported : module.imports()) {
      Module.Import before = seen.putIfAbsent(Imports.name(imported), imported);
      if (before != null) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            imported.span(),
            "import must not shadow " + Imports.text(before));
      }
    }
  }
}
