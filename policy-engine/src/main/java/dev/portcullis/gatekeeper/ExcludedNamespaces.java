package dev.portcullis.gatekeeper;

import static dev.portcullis.api.diagnostic.DiagnosticCode.CONSTRAINT_WARNING;

import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchSubject;
import dev.portcullis.gatekeeper.match.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that the resource {@code Config} keeps from parts of Gatekeeper. Immutable.
 *
 * @param rows what is kept from what
 */
public record ExcludedNamespaces(List<Row> rows) {
  /** Nothing is kept from anything. */
  public static final ExcludedNamespaces NONE = new ExcludedNamespaces(List.of());

  /** The process that fills the inventory. */
  public static final String SYNC = "sync";

  private static final String GROUP = "config.gatekeeper.sh";
  private static final String EVERY_PROCESS = "*";
  private static final Set<String> PROCESSES =
      Set.of("audit", "webhook", SYNC, "mutation-webhook", EVERY_PROCESS);

  /** Copies the list. */
  public ExcludedNamespaces {
    rows = List.copyOf(rows);
  }

  /**
   * One row of the resource.
   *
   * @param namespaces the namespaces
   * @param processes the processes that they are kept from
   */
  public record Row(List<Wildcard> namespaces, Set<String> processes) {
    /** Copies the collections. */
    public Row {
      namespaces = List.copyOf(namespaces);
      processes = Set.copyOf(processes);
    }
  }

  /**
   * What was read.
   *
   * @param namespaces the namespaces; none from a resource that does not count
   * @param diagnostics what is odd about it
   */
  public record Result(ExcludedNamespaces namespaces, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Returns whether {@code object} says that it is such a resource. */
  public static boolean accepts(ManifestObject object) {
    return object.group().equals(GROUP) && object.kind().equals("Config");
  }

  /** Reads the resource. Only the one called {@code config} counts. */
  public static Result read(ManifestObject object) {
    Findings findings = new Findings(object);
    if (!object.name().equals("config")) {
      findings.warning(
          CONSTRAINT_WARNING, "/metadata/name", "only a Config called \"config\" is used");
      return new Result(NONE, findings.toList());
    }
    List<Row> rows = new ArrayList<>();
    if (object.at("/spec/match") instanceof ArrayValue matches) {
      for (int i = 0; i < matches.size(); i++) {
        if (matches.at(i) instanceof ObjectValue match) {
          rows.add(row(match, "/spec/match/" + i, findings));
        }
      }
    }
    return new Result(new ExcludedNamespaces(rows), findings.toList());
  }

  private static Row row(ObjectValue match, String pointer, Findings findings) {
    List<String> processes = strings(match.get("processes"));
    for (String process : processes) {
      if (!PROCESSES.contains(process)) {
        findings.warning(
            CONSTRAINT_WARNING, pointer + "/processes", "\"" + process + "\" is no process");
      }
    }
    return new Row(
        strings(match.get("excludedNamespaces")).stream().map(Wildcard::new).toList(),
        Set.copyOf(processes));
  }

  private static List<String> strings(@Nullable Value value) {
    List<String> result = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> result.add(ManifestObject.text(item)));
    }
    return result;
  }

  /** Returns the process that enforces at an enforcement point, if the resource speaks of one. */
  static Optional<String> processAt(String enforcementPoint) {
    return switch (enforcementPoint) {
      case EnforcementPoint.WEBHOOK -> Optional.of("webhook");
      case EnforcementPoint.AUDIT -> Optional.of("audit");
      default -> Optional.empty();
    };
  }

  /** Returns whether the object is kept from {@code process}. */
  boolean excludes(MatchSubject subject, String process) {
    if (rows.isEmpty()) {
      return false;
    }
    Optional<String> namespace = subject.namespaceName();
    return namespace.isPresent() && excludes(namespace.get(), process);
  }

  /** Returns whether the namespace is kept from {@code process}. */
  public boolean excludes(String namespace, String process) {
    for (Row row : rows) {
      boolean speaksOfIt =
          row.processes().contains(process) || row.processes().contains(EVERY_PROCESS);
      if (speaksOfIt && row.namespaces().stream().anyMatch(n -> n.matches(namespace))) {
        return true;
      }
    }
    return false;
  }

  /** Returns these namespaces and {@code other}'s. */
  public ExcludedNamespaces plus(ExcludedNamespaces other) {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    return new ExcludedNamespaces(all);
  }
}
