package dev.portcullis.cli;

import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.Report;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.cli.CheckInput.Fate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the result of a check for programs: the fields of {@link Report#toJson}, and beside them
 * what a report of the engine does not know.
 *
 * <pre>{@code
 * {…,
 *  "files": [{"file", "fate": "read", "empty", "skipped" or "failed"}],
 *  "diagnostics": [
 *    {"subject": "policy" or "document", "severity", "code", "message",
 *     "file", "line", "column" and "hint" where there is one}],
 *  "skipped": [{"file", "reason"}]}
 * }</pre>
 */
final class CheckJson {
  private CheckJson() {}

  static String of(CheckInput input, Report report, List<Diagnostic> policyDiagnostics) {
    String engine = report.toJson();
    StringBuilder json = new StringBuilder(engine.substring(0, engine.lastIndexOf('}')));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put(
        "files",
        input.fates().entrySet().stream().map(e -> file(e.getKey(), e.getValue())).toList());
    more.put(
        "diagnostics",
        Stream.concat(
                policyDiagnostics.stream().map(d -> diagnostic(d, "policy")),
                input.batch().diagnostics().stream().map(d -> diagnostic(d, "document")))
            .toList());
    more.put("skipped", input.batch().skipped().stream().map(CheckJson::skipped).toList());
    String rest = OrderedJson.pretty(more);
    json.append(',').append(rest, 1, rest.length());
    return OrderedJson.reindented(json.toString());
  }

  private static Map<String, Object> file(String file, Fate fate) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file);
    row.put("fate", fate.name().toLowerCase(Locale.ROOT));
    return row;
  }

  private static Map<String, Object> skipped(DocumentBatch.Skipped skipped) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", skipped.source());
    row.put("reason", skipped.reason());
    return row;
  }

  private static Map<String, Object> diagnostic(Diagnostic diagnostic, String subject) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    row.put("code", diagnostic.code().wireName());
    row.put("message", diagnostic.message());
    diagnostic
        .location()
        .ifPresent(
            at -> {
              row.put("file", at.file());
              row.put("line", at.row());
              row.put("column", at.column());
            });
    diagnostic.hint().ifPresent(hint -> row.put("hint", hint));
    return row;
  }
}
