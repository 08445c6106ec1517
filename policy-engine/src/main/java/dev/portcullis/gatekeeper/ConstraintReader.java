package dev.portcullis.gatekeeper;

import static dev.portcullis.api.diagnostic.DiagnosticCode.CONSTRAINT_ERROR;
import static dev.portcullis.api.diagnostic.DiagnosticCode.CONSTRAINT_WARNING;

import dev.portcullis.api.ConstraintId;
import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchCriteria;
import dev.portcullis.gatekeeper.schema.Schema;
import dev.portcullis.gatekeeper.schema.SchemaDefaults;
import dev.portcullis.gatekeeper.schema.SchemaProblem;
import dev.portcullis.gatekeeper.schema.SchemaValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads manifests of constraints and checks them against the schemas of their templates. */
public final class ConstraintReader {
  /** The API group of constraints. */
  public static final String GROUP = "constraints.gatekeeper.sh";

  private static final int MAX_NAME = 63;
  private static final String DNS_SUBDOMAIN =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
  private static final Set<String> POINTS =
      Set.of(
          EnforcementPoint.WEBHOOK,
          EnforcementPoint.AUDIT,
          EnforcementPoint.GATOR,
          EnforcementPoint.ADMISSION_POLICY,
          "*");

  private final ManifestObject object;
  private final Findings findings;

  private ConstraintReader(ManifestObject object) {
    this.object = object;
    this.findings = new Findings(object);
  }

  /** When the schema's defaults are put into a constraint. */
  public enum Defaulting {
    /** Before it is checked: a cluster does so. */
    BEFORE_VALIDATION,
    /** After it is checked: {@code gator} does so, and refuses absent fields that have defaults. */
    AFTER_VALIDATION
  }

  /**
   * What was read.
   *
   * @param constraint the constraint, unless there are errors
   * @param diagnostics what is wrong
   * @param breaksSchema whether it breaks a rule of the schema, unknown fields aside
   */
  public record Result(
      Optional<Constraint> constraint, List<Diagnostic> diagnostics, boolean breaksSchema) {
    /** Copies the list. */
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Returns whether {@code object} says that it is a constraint. */
  public static boolean accepts(ManifestObject object) {
    return object.group().equals(GROUP);
  }

  /** Returns the diagnostics of a constraint whose template is not there. */
  public static List<Diagnostic> withoutTemplate(ManifestObject object) {
    Findings findings = new Findings(object);
    findings.error(
        CONSTRAINT_ERROR,
        "/kind",
        "there is no usable template for constraints of the kind \"" + object.kind() + "\"");
    return findings.toList();
  }

  /**
   * Reads a constraint.
   *
   * @param object its manifest
   * @param parameters the schema of its parameters, from its template; empty if it may have none
   * @param defaulting when defaults are put in
   */
  public static Result read(
      ManifestObject object, Optional<Schema> parameters, Defaulting defaulting) {
    return new ConstraintReader(object).read(parameters, defaulting);
  }

  private Result read(Optional<Schema> parameters, Defaulting defaulting) {
    checkIdentity();
    Schema schema = ConstraintSchema.of(parameters);
    Value given = object.value();
    boolean early = defaulting == Defaulting.BEFORE_VALIDATION;
    Value checked = early ? SchemaDefaults.apply(schema, given) : given;
    boolean breaksSchema = checkSchema(schema, checked);
    ObjectValue spec =
        SchemaDefaults.apply(schema, checked) instanceof ObjectValue whole
                && whole.get("spec") instanceof ObjectValue found
            ? found
            : ObjectValue.EMPTY;
    List<String> matchProblems = new ArrayList<>();
    MatchCriteria match =
        spec.get("match") instanceof ObjectValue criteria
            ? MatchCriteria.read(criteria, matchProblems)
            : MatchCriteria.EVERYTHING;
    if (!breaksSchema) {
      matchProblems.forEach(
          problem -> findings.error(CONSTRAINT_ERROR, "/spec/match", "spec.match: " + problem));
    }
    Enforcement enforcement = enforcement(spec);
    Value own = spec.get("parameters");
    Constraint constraint =
        new Constraint(
            object,
            new ConstraintId(object.kind(), object.name()),
            match,
            own == null ? ObjectValue.EMPTY : own,
            enforcement);
    return new Result(
        findings.hasErrors() ? Optional.empty() : Optional.of(constraint),
        findings.toList(),
        breaksSchema);
  }

  private void checkIdentity() {
    if (!object.version().equals("v1beta1") && !object.version().equals("v1alpha1")) {
      findings.error(CONSTRAINT_ERROR, "/apiVersion", "the version must be v1beta1 or v1alpha1");
    }
    String name = object.name();
    if (name.isEmpty()) {
      findings.error(CONSTRAINT_ERROR, "/metadata/name", "metadata.name is required");
    } else if (name.length() > MAX_NAME || !name.matches(DNS_SUBDOMAIN)) {
      findings.error(
          CONSTRAINT_ERROR,
          "/metadata/name",
          "the name \""
              + name
              + "\" must be of at most 63 lower-case letters, digits, - and ., and begin and end"
              + " with a letter or digit");
    }
  }

  private boolean checkSchema(Schema schema, Value value) {
    boolean breaks = false;
    for (SchemaProblem problem : SchemaValidator.validate(schema, value)) {
      breaks |= problem.kind() == SchemaProblem.Kind.INVALID;
      findings.error(CONSTRAINT_ERROR, problem.pointer(), problem.toString());
    }
    return breaks;
  }

  private Enforcement enforcement(ObjectValue spec) {
    String action = ManifestObject.text(spec.get("enforcementAction"));
    if (action.isEmpty()) {
      action = EnforcementAction.DENY.wireName();
    }
    Map<String, List<String>> scoped = new LinkedHashMap<>();
    ArrayValue rows =
        spec.get("scopedEnforcementActions") instanceof ArrayValue given ? given : ArrayValue.EMPTY;
    boolean isScoped = action.equals(Enforcement.SCOPED);
    if (!isScoped) {
      checkAction(action, "/spec/enforcementAction");
      if (rows.size() > 0) {
        findings.warning(
            CONSTRAINT_WARNING,
            "/spec/scopedEnforcementActions",
            "scopedEnforcementActions are ignored: enforcementAction is not scoped");
      }
    } else if (rows.size() == 0) {
      findings.warning(
          CONSTRAINT_WARNING,
          "/spec/enforcementAction",
          "the constraint is never evaluated: it is scoped and has no scopedEnforcementActions");
    }
    for (int i = 0; isScoped && i < rows.size(); i++) {
      if (rows.at(i) instanceof ObjectValue row) {
        scopedRow(row, "/spec/scopedEnforcementActions/" + i, scoped);
      }
    }
    return new Enforcement(action, scoped);
  }

  private void scopedRow(ObjectValue row, String pointer, Map<String, List<String>> scoped) {
    String action = ManifestObject.text(row.get("action"));
    checkAction(action, pointer + "/action");
    if (row.get("enforcementPoints") instanceof ArrayValue points) {
      for (Value point : points) {
        String name =
            point instanceof ObjectValue object ? ManifestObject.text(object.get("name")) : "";
        if (!POINTS.contains(name)) {
          findings.warning(
              CONSTRAINT_WARNING,
              pointer + "/enforcementPoints",
              "\"" + name + "\" is not an enforcement point of Gatekeeper");
        }
        scoped.computeIfAbsent(name, n -> new ArrayList<>()).add(action);
      }
    }
  }

  private void checkAction(String action, String pointer) {
    if (EnforcementAction.parse(action).isEmpty()) {
      findings.warning(
          CONSTRAINT_WARNING,
          pointer,
          "\""
              + action
              + "\" is no enforcement action (deny, warn, dryrun, scoped): nothing follows from"
              + " violations");
    }
  }
}
