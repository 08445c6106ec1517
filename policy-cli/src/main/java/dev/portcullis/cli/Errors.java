package dev.portcullis.cli;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Diagnostics in OPA's shapes. */
final class Errors {
  private Errors() {}

  /** Returns the errors of {@code diagnostics} as OPA's JSON: {@code {"errors": […]}}. */
  static Map<String, Object> json(List<Diagnostic> diagnostics) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        errors.add(json(diagnostic));
      }
    }
    return Map.of("errors", errors);
  }

  private static Map<String, Object> json(Diagnostic diagnostic) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", diagnostic.message());
    error.put("code", diagnostic.code().wireName());
    diagnostic
        .location()
        .ifPresent(
            l -> {
              Map<String, Object> place = new LinkedHashMap<>();
              place.put("file", l.file());
              place.put("row", l.row());
              place.put("col", l.column());
              error.put("location", place);
            });
    return error;
  }

  /** Returns the errors as text, each with its snippet and hint. */
  static String text(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    diagnostics.stream().filter(Diagnostic::isError).forEach(d -> out.append(d).append('\n'));
    return out.toString();
  }
}
