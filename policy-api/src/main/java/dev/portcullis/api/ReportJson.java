package dev.portcullis.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ValueText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes reports as JSON, in the shape that {@link Report#toJson} describes. */
final class ReportJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int SCHEMA_VERSION = 1;

  private final JsonGenerator out;

  private ReportJson(JsonGenerator out) {
    this.out = out;
  }

  static String write(Report report) {
    return render(json -> json.report(report));
  }

  static String write(Decision decision) {
    return render(json -> json.decision(decision));
  }

  private interface Body {
    void write(ReportJson json) throws IOException;
  }

  private static String render(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      body.write(new ReportJson(generator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void report(Report report) throws IOException {
    out.writeStartObject();
    out.writeNumberField("schemaVersion", SCHEMA_VERSION);
    out.writeObjectFieldStart("summary");
    out.writeNumberField("documents", report.decisions().size());
    out.writeNumberField(
        "allowed", report.decisions().stream().filter(Decision::isAllowed).count());
    out.writeNumberField("violations", report.violations().size());
    out.writeNumberField("denied", report.count(EnforcementAction.DENY));
    out.writeNumberField("warned", report.count(EnforcementAction.WARN));
    out.writeNumberField("dryrun", report.count(EnforcementAction.DRYRUN));
    out.writeNumberField("errors", report.errors().size());
    out.writeEndObject();
    out.writeArrayFieldStart("results");
    for (Decision decision : report.decisions()) {
      decision(decision);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void decision(Decision decision) throws IOException {
    out.writeStartObject();
    out.writeStringField("source", decision.document().source());
    out.writeNumberField("index", decision.document().index());
    out.writeBooleanField("allowed", decision.isAllowed());
    resource(decision.resource());
    out.writeArrayFieldStart("violations");
    for (Violation violation : decision.violations()) {
      violation(violation);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("errors");
    for (EvaluationError error : decision.errors()) {
      error(error);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void violation(Violation violation) throws IOException {
    out.writeStartObject();
    out.writeStringField("policy", violation.policyId());
    constraint(violation.constraint());
    out.writeStringField("message", violation.message());
    out.writeFieldName("details");
    out.writeRawValue(ValueText.json(violation.details()));
    text("severity", violation.severity().map(PolicySeverity::wireName));
    actions(violation.enforcementAction(), violation.enforcementActions());
    out.writeStringField("pointer", violation.pointer());
    location(violation.location());
    text("remediation", violation.remediation());
    out.writeFieldName("metadata");
    out.writeRawValue(ValueText.json(violation.metadata()));
    out.writeEndObject();
  }

  private void error(EvaluationError error) throws IOException {
    out.writeStartObject();
    out.writeStringField("policy", error.policyId());
    constraint(error.constraint());
    out.writeStringField("code", error.error().code().wireName());
    out.writeStringField("message", error.message());
    actions(error.enforcementAction(), error.enforcementActions());
    location(error.error().location());
    out.writeEndObject();
  }

  private void constraint(Optional<ConstraintId> constraint) throws IOException {
    if (constraint.isEmpty()) {
      out.writeNullField("constraint");
      return;
    }
    out.writeObjectFieldStart("constraint");
    out.writeStringField("kind", constraint.get().kind());
    out.writeStringField("name", constraint.get().name());
    out.writeEndObject();
  }

  private void resource(Optional<ResourceIdentity> resource) throws IOException {
    if (resource.isEmpty()) {
      out.writeNullField("resource");
      return;
    }
    ResourceIdentity id = resource.get();
    out.writeObjectFieldStart("resource");
    out.writeStringField("group", id.group());
    out.writeStringField("version", id.version());
    out.writeStringField("kind", id.kind());
    out.writeStringField("namespace", id.namespace().orElse(""));
    out.writeStringField("name", id.name().orElse(""));
    out.writeEndObject();
  }

  private void actions(EnforcementAction action, List<String> all) throws IOException {
    out.writeStringField("enforcementAction", action.wireName());
    out.writeArrayFieldStart("enforcementActions");
    for (String name : all) {
      out.writeString(name);
    }
    out.writeEndArray();
  }

  private void location(Optional<Location> location) throws IOException {
    if (location.isPresent()) {
      out.writeStringField("file", location.get().file());
      out.writeNumberField("line", location.get().row());
      out.writeNumberField("column", location.get().column());
    } else {
      out.writeNullField("file");
      out.writeNullField("line");
      out.writeNullField("column");
    }
  }

  private void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(field, value.get());
    } else {
      out.writeNullField(field);
    }
  }
}
