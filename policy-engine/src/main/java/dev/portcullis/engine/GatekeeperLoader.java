package dev.portcullis.engine;

import static dev.portcullis.api.diagnostic.DiagnosticCode.CONSTRAINT_ERROR;
import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_ERROR;

import dev.portcullis.api.ConstraintId;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.gatekeeper.ConstraintReader;
import dev.portcullis.gatekeeper.ConstraintTemplate;
import dev.portcullis.gatekeeper.ExcludedNamespaces;
import dev.portcullis.gatekeeper.GatekeeperPolicies;
import dev.portcullis.gatekeeper.ManifestObject;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.gatekeeper.TemplateCompiler;
import dev.portcullis.gatekeeper.TemplatePolicy;
import dev.portcullis.gatekeeper.TemplateReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes policies of the manifests of templates, constraints and Gatekeeper's configuration. */
final class GatekeeperLoader {
  private final Map<String, ManifestObject> templates = new LinkedHashMap<>();
  private final Map<ConstraintId, ManifestObject> constraints = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private ExcludedNamespaces excluded = ExcludedNamespaces.NONE;

  /** Takes an object if it is one that policies are made of; returns whether it is. */
  boolean add(ManifestObject object) {
    if (TemplateReader.accepts(object)) {
      addOnce(templates, object.name(), object, TEMPLATE_ERROR, "template");
      return true;
    } else if (ConstraintReader.accepts(object)) {
      ConstraintId id = new ConstraintId(object.kind(), object.name());
      addOnce(constraints, id, object, CONSTRAINT_ERROR, "constraint");
      return true;
    } else if (ExcludedNamespaces.accepts(object)) {
      ExcludedNamespaces.Result read = ExcludedNamespaces.read(object);
      diagnostics.addAll(read.diagnostics());
      excluded = excluded.plus(read.namespaces());
      return true;
    }
    return false;
  }

  /** The same object twice is harmless; another one of the same name is not. */
  private <K> void addOnce(
      Map<K, ManifestObject> known,
      K key,
      ManifestObject object,
      DiagnosticCode code,
      String what) {
    ManifestObject first = known.putIfAbsent(key, object);
    if (first != null && !first.value().equals(object.value())) {
      String message =
          "the "
              + what
              + " "
              + key
              + " is there already, with other content"
              + first.locate("").map(at -> ": " + at).orElse("");
      Optional<Location> place = object.locate("/metadata/name");
      diagnostics.add(
          place.isPresent()
              ? Diagnostic.error(code, message, place.get())
              : Diagnostic.error(code, message));
    }
  }

  /** What was loaded. */
  record Result(GatekeeperPolicies policies, List<Diagnostic> diagnostics) {
    Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Compiles what was added. */
  Result load(ModuleCompiler compiler, boolean strictInput) {
    List<ConstraintTemplate> readable = new ArrayList<>();
    for (ManifestObject object : templates.values()) {
      TemplateReader.Result read = TemplateReader.read(object);
      diagnostics.addAll(read.diagnostics());
      read.template().ifPresent(readable::add);
    }
    TemplateCompiler.Result compiled = TemplateCompiler.compile(readable, compiler);
    diagnostics.addAll(compiled.diagnostics());
    List<GatekeeperPolicies.Row> rows = new ArrayList<>();
    for (ManifestObject object : constraints.values()) {
      TemplatePolicy policy = compiled.policies().get(object.kind());
      if (policy == null) {
        diagnostics.addAll(ConstraintReader.withoutTemplate(object));
      } else {
        ConstraintReader.Result read =
            ConstraintReader.read(
                object,
                policy.template().parameters(),
                ConstraintReader.Defaulting.BEFORE_VALIDATION);
        diagnostics.addAll(read.diagnostics());
        read.constraint()
            .ifPresent(constraint -> rows.add(new GatekeeperPolicies.Row(constraint, policy)));
      }
    }
    return new Result(new GatekeeperPolicies(rows, excluded, strictInput), diagnostics);
  }
}
