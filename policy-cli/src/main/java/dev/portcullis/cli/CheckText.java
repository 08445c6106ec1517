package dev.portcullis.cli;

import dev.portcullis.api.ConstraintId;
import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.Report;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.cli.CheckInput.Fate;
import dev.portcullis.cli.Terminal.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the result of a check for people: by file, then by document, each violation with its
 * place; then what was skipped, and how many of each there were.
 */
final class CheckText {
  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final Comparator<Violation> BY_PLACE =
      Comparator.comparing(
          v -> v.location().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

  private final CheckInput input;
  private final Report report;
  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();

  private CheckText(CheckInput input, Report report, Terminal terminal) {
    this.input = input;
    this.report = report;
    this.terminal = terminal;
  }

  static String of(CheckInput input, Report report, Terminal terminal) {
    CheckText text = new CheckText(input, report, terminal);
    text.files();
    text.skipped();
    text.summary();
    return text.out.toString();
  }

  private void files() {
    Map<String, List<Decision>> decisions = new LinkedHashMap<>();
    for (Decision decision : report.decisions()) {
      decisions.computeIfAbsent(decision.document().source(), k -> new ArrayList<>()).add(decision);
    }
    Map<String, List<Diagnostic>> diagnostics = input.diagnosticsByFile();
    for (String file : input.files()) {
      List<Decision> worthTelling =
          decisions.getOrDefault(file, List.of()).stream()
              .filter(d -> !d.violations().isEmpty() || !d.errors().isEmpty())
              .toList();
      List<Diagnostic> odd = diagnostics.getOrDefault(file, List.of());
      if (!worthTelling.isEmpty() || !odd.isEmpty()) {
        dressed("", terminal.styled(Style.BOLD, file));
        odd.stream().sorted().forEach(this::diagnostic);
        worthTelling.forEach(this::decision);
        out.append('\n');
      }
    }
  }

  private void diagnostic(Diagnostic diagnostic) {
    String kind =
        diagnostic.isError()
            ? terminal.styled(Style.RED, "error")
            : terminal.styled(Style.YELLOW, "warning");
    String message = Terminal.harmless(diagnostic.message());
    dressed(INDENT, place(diagnostic.location()) + "  " + kind + "  " + message);
    diagnostic.snippet().ifPresent(snippet -> line(DEEP, snippet));
    diagnostic.hint().ifPresent(hint -> line(DEEP, "hint: " + hint));
  }

  private void decision(Decision decision) {
    line(INDENT, decision.resource().map(Object::toString).orElse("") + number(decision));
    decision.errors().forEach(this::error);
    decision.violations().stream().sorted(BY_PLACE).forEach(this::violation);
  }

  private static String number(Decision decision) {
    Document document = decision.document();
    String at = "document " + (document.index() + 1) + document.pointer();
    return decision.resource().isPresent() ? " (" + at + ")" : at;
  }

  private void violation(Violation violation) {
    String head =
        String.join(
            "  ",
            place(violation.location()),
            styled(violation.enforcementAction(), violation.enforcementActions()),
            violation.severity().map(PolicySeverity::wireName).orElse("-"),
            policy(violation.policyId(), violation.constraint()));
    dressed(INDENT + INDENT, head);
    line(DEEP, violation.message());
    violation.remediation().ifPresent(text -> line(DEEP, "fix: " + text));
  }

  private void error(EvaluationError error) {
    dressed(
        INDENT + INDENT,
        terminal.styled(Style.RED, "evaluation error")
            + "  "
            + policy(error.policyId(), error.constraint()));
    line(DEEP, error.error().oneLine());
  }

  private static String policy(String id, Optional<ConstraintId> constraint) {
    return Terminal.harmless(constraint.map(c -> id + " (" + c + ")").orElse(id));
  }

  private String styled(EnforcementAction action, List<String> names) {
    String name =
        action == EnforcementAction.UNRECOGNIZED ? String.join(",", names) : action.wireName();
    return switch (action) {
      case DENY -> terminal.styled(Style.RED, name);
      case WARN -> terminal.styled(Style.YELLOW, name);
      case DRYRUN, UNRECOGNIZED -> terminal.styled(Style.FAINT, name);
    };
  }

  private static String place(Optional<Location> location) {
    return location.map(Location::toString).map(Terminal::harmless).orElse("-");
  }

  /** Writes a text from outside, whose further lines are indented like the first. */
  private void line(String indent, String text) {
    dressed(indent, Terminal.harmless(text));
  }

  /** Writes a text whose parts from outside are harmless already. */
  private void dressed(String indent, String text) {
    out.append(indent).append(text.stripTrailing().replace("\n", "\n" + indent)).append('\n');
  }

  private void skipped() {
    List<DocumentBatch.Skipped> skipped = input.batch().skipped();
    if (!skipped.isEmpty()) {
      dressed("", terminal.styled(Style.BOLD, "skipped"));
      skipped.forEach(s -> line(INDENT, s.source() + ": " + s.reason()));
      out.append('\n');
    }
  }

  private void summary() {
    List<String> files = new ArrayList<>();
    files.add(
        input.count(Fate.READ)
            + " read ("
            + counted(input.batch().documents().size(), "document")
            + ")");
    part(files, input.count(Fate.EMPTY), "empty");
    part(files, input.count(Fate.SKIPPED), "skipped");
    part(files, input.count(Fate.FAILED), "with errors");
    line("", counted(input.files().size(), "file") + ": " + String.join(", ", files));
    List<String> results = new ArrayList<>();
    for (EnforcementAction action : EnforcementAction.values()) {
      long count =
          report.violations().stream().filter(v -> v.enforcementAction() == action).count();
      part(results, count, action.wireName());
    }
    line(
        "",
        counted(report.violations().size(), "violation")
            + (results.isEmpty() ? "" : ": " + String.join(", ", results))
            + "; "
            + counted(report.errors().size(), "evaluation error"));
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
