package dev.portcullis.gatekeeper;

import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_ERROR;
import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_WARNING;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.schema.Schema;
import dev.portcullis.gatekeeper.schema.SchemaProblem;
import dev.portcullis.gatekeeper.schema.SchemaReader;
import dev.portcullis.rego.ast.RegoVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads manifests of ConstraintTemplates. */
public final class TemplateReader {
  /** The API group of templates. */
  public static final String GROUP = "templates.gatekeeper.sh";

  /** The only target there is. */
  public static final String TARGET = "admission.k8s.gatekeeper.sh";

  private static final String REGO = "Rego";
  private static final String CEL = "K8sNativeValidation";
  private static final String TARGET_PATH = "/spec/targets/0";
  private static final String SCHEMA_PATH = "/spec/crd/spec/validation/openAPIV3Schema";
  private static final Set<String> OPERATIONS =
      Set.of("CREATE", "UPDATE", "DELETE", "CONNECT", "*");

  private final ManifestObject object;
  private final Findings findings;

  private TemplateReader(ManifestObject object) {
    this.object = object;
    this.findings = new Findings(object);
  }

  /**
   * What was read.
   *
   * @param template the template, unless there are errors
   * @param diagnostics what is wrong
   */
  public record Result(Optional<ConstraintTemplate> template, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Returns whether {@code object} says that it is a template. */
  public static boolean accepts(ManifestObject object) {
    return object.group().equals(GROUP) && object.kind().equals("ConstraintTemplate");
  }

  /** Reads a template. */
  public static Result read(ManifestObject object) {
    TemplateReader reader = new TemplateReader(object);
    Optional<ConstraintTemplate> template = reader.read();
    return new Result(
        reader.findings.hasErrors() ? Optional.empty() : template, reader.findings.toList());
  }

  private void error(String pointer, String message) {
    findings.error(TEMPLATE_ERROR, pointer, message);
  }

  private Optional<ConstraintTemplate> read() {
    if (!Set.of("v1", "v1beta1", "v1alpha1").contains(object.version())) {
      error("/apiVersion", "the version must be v1, v1beta1 or v1alpha1");
    }
    String kind = ManifestObject.text(object.at("/spec/crd/spec/names/kind"));
    checkName(kind);
    Optional<Schema> parameters = parameters();
    Optional<ConstraintTemplate.RegoCode> rego = Optional.empty();
    List<String> engines = new ArrayList<>();
    if (checkTarget()) {
      Optional<String> code = regoPointer(engines);
      rego = code.flatMap(this::regoCode);
    }
    Set<String> operations = operations();
    return rego.map(
        code ->
            new ConstraintTemplate(
                object,
                object.name(),
                kind,
                PolicyMetadata.of(object),
                parameters,
                code,
                operations,
                engines));
  }

  private void checkName(String kind) {
    if (kind.isEmpty()) {
      error("/spec/crd/spec/names/kind", "spec.crd.spec.names.kind is required");
    } else if (!kind.matches("[A-Za-z][A-Za-z0-9]{0,62}")) {
      error("/spec/crd/spec/names/kind", "\"" + kind + "\" cannot be the name of a kind");
    } else if (!object.name().equals(kind.toLowerCase(Locale.ROOT))) {
      error(
          "/metadata/name",
          "the template's name \""
              + object.name()
              + "\" must be its kind in lower case: \""
              + kind.toLowerCase(Locale.ROOT)
              + "\"");
    }
  }

  private Optional<Schema> parameters() {
    Value legacyGiven = object.at("/spec/crd/spec/validation/legacySchema");
    boolean legacy =
        legacyGiven instanceof BooleanValue given ? given.value() : !object.version().equals("v1");
    Value schema = object.at(SCHEMA_PATH);
    if (schema == null) {
      return legacy ? Optional.of(Schema.ANYTHING) : Optional.empty();
    }
    SchemaReader.Result read = SchemaReader.read(schema, legacy);
    for (SchemaProblem problem : read.problems()) {
      error(SCHEMA_PATH + problem.pointer(), "the schema of parameters: " + problem);
    }
    return Optional.of(read.schema());
  }

  private boolean checkTarget() {
    if (!(object.at("/spec/targets") instanceof ArrayValue targets) || targets.size() == 0) {
      error("/spec/targets", "spec.targets must have one target");
      return false;
    }
    if (targets.size() > 1) {
      error("/spec/targets/1", "spec.targets must have one target, has " + targets.size());
      return false;
    }
    String target = ManifestObject.text(object.at(TARGET_PATH + "/target"));
    if (!target.equals(TARGET)) {
      error(TARGET_PATH + "/target", "the target must be " + TARGET + ", is \"" + target + "\"");
      return false;
    }
    return true;
  }

  /**
   * Returns where the Rego of the target is: {@code rego} and {@code libs} of the target win over
   * an entry of {@code code}.
   */
  private Optional<String> regoPointer(List<String> engines) {
    Optional<String> entry = Optional.empty();
    if (object.at(TARGET_PATH + "/code") instanceof ArrayValue code) {
      for (int i = 0; i < code.size(); i++) {
        String pointer = TARGET_PATH + "/code/" + i;
        String engine = ManifestObject.text(object.at(pointer + "/engine"));
        if (engines.contains(engine)) {
          error(pointer + "/engine", "there is code for the engine " + engine + " already");
        } else if (engine.equals(REGO)) {
          engines.add(engine);
          entry = Optional.of(pointer + "/source");
        } else if (engine.equals(CEL)) {
          engines.add(engine);
        } else {
          error(pointer + "/engine", "\"" + engine + "\" is no engine: use Rego");
        }
      }
    }
    if (!ManifestObject.text(object.at(TARGET_PATH + "/rego")).isEmpty()) {
      if (entry.isPresent()) {
        findings.warning(
            TEMPLATE_WARNING,
            TARGET_PATH + "/rego",
            "rego and libs of the target replace the Rego of code");
      } else {
        engines.add(REGO);
      }
      return Optional.of(TARGET_PATH);
    }
    if (entry.isEmpty()) {
      error(
          TARGET_PATH,
          engines.contains(CEL)
              ? "the template has code for " + CEL + " only, which this engine does not run"
              : "the template has no code");
    }
    return entry;
  }

  private Optional<ConstraintTemplate.RegoCode> regoCode(String pointer) {
    Value text = object.at(pointer + "/rego");
    if (!(text instanceof StringValue policy) || policy.value().isBlank()) {
      error(pointer + "/rego", "rego must be the text of a Rego module");
      return Optional.empty();
    }
    List<EmbeddedSource> libraries = new ArrayList<>();
    Value given = object.at(pointer + "/libs");
    if (given instanceof ArrayValue libs) {
      for (int i = 0; i < libs.size(); i++) {
        String at = pointer + "/libs/" + i;
        if (libs.at(i) instanceof StringValue library) {
          libraries.add(EmbeddedSource.of(object, at, library.value()));
        } else {
          error(at, "a library must be the text of a Rego module");
        }
      }
    } else if (given != null) {
      error(pointer + "/libs", "libs must be a list of texts");
    }
    RegoVersion version =
        !pointer.equals(TARGET_PATH)
                && ManifestObject.text(object.at(pointer + "/version")).equals("v1")
            ? RegoVersion.V1
            : RegoVersion.V0;
    checkVersion(pointer);
    return Optional.of(
        new ConstraintTemplate.RegoCode(
            version, EmbeddedSource.of(object, pointer + "/rego", policy.value()), libraries));
  }

  private void checkVersion(String pointer) {
    Value version = object.at(pointer + "/version");
    if (version != null
        && !pointer.equals(TARGET_PATH)
        && !version.equals(StringValue.of("v1"))
        && !version.equals(StringValue.of("v0"))) {
      findings.warning(
          TEMPLATE_WARNING,
          pointer + "/version",
          "the version " + version + " is read as v0: only \"v1\" and \"v0\" are known");
    }
  }

  private Set<String> operations() {
    Set<String> result = new LinkedHashSet<>();
    String pointer = TARGET_PATH + "/operations";
    if (object.at(pointer) instanceof ArrayValue operations) {
      for (Value operation : operations) {
        String name = ManifestObject.text(operation);
        if (!OPERATIONS.contains(name)) {
          error(pointer, operation + " is no operation");
        }
        result.add(name);
      }
      if (result.contains("*") && operations.size() > 1) {
        error(pointer, "* must stand alone");
      }
    }
    result.remove("*");
    return result;
  }
}
