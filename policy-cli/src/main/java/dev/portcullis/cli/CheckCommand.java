package dev.portcullis.cli;

import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.Report;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.PackProvider;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy check}: holds documents against policies. */
@Command(
    name = "check",
    description = "Check documents against policies.",
    footer = {
      "",
      "Policies are ConstraintTemplates and constraints, Rego files with deny, violation or warn",
      "rules, folders of them, packs, and single policies of packs.",
      "All documents know each other: Namespaces among them serve namespace selectors, and",
      "referential policies see every document.",
      "",
      "Examples:",
      "  policy check -p policies/ manifests/",
      "  policy check -p pss-restricted deployment.yaml",
      "  policy check -p image -p my.rego -o json manifests/ Dockerfile",
      "  policy check -p image --set allowedRegistries='[registry.example.com/]' manifests/",
      "  kubectl get pods -A -o yaml | policy check -p pss-baseline -",
      "",
      "Exit codes: 0 nothing is denied, 1 something is denied, 2 something could not be read,",
      "compiled or evaluated."
    })
final class CheckCommand implements Callable<Integer> {
  /** Goes back to the start of the line and clears it. */
  private static final String CLEAR_LINE = "\r\u001b[K";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-p", "--policy"},
      paramLabel = "PATH|PACK",
      description = "File or folder of policies, pack, or policy of a pack; repeatable.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text or json (default: text).")
  private Format format = Format.text;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Parameter of the packs' policies, or CONSTRAINT.NAME=VALUE for one constraint; the value"
              + " is YAML; repeatable.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--enforcement-point",
      paramLabel = "POINT",
      description =
          "The point whose scoped enforcement actions hold (default: audit.gatekeeper.sh).")
  private String enforcementPoint = EnforcementPoint.AUDIT;

  @Option(
      names = "--strict-gatekeeper",
      description =
          "Give templates exactly Gatekeeper's input: input.review without input.request beside"
              + " it.")
  private boolean strictGatekeeper;

  @Option(names = "--v0-compatible", description = "Read plain Rego modules as Rego v0.")
  private boolean v0Compatible;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "The documents: files, folders, or - for standard input.")
  private List<String> documents = new ArrayList<>();

  /** How results are written. */
  enum Format {
    text,
    json
  }

  @Override
  public Integer call() {
    List<PackProvider> packs = PackProvider.installed();
    PolicyArguments arguments = PolicyArguments.find(policies, settings, packs);
    List<Diagnostic> diagnostics = new ArrayList<>(arguments.diagnostics());
    progress("loading policies …");
    PolicyEngine engine = engine();
    PolicySet set = engine.load(arguments.sources());
    diagnostics.addAll(set.diagnostics());
    progress("reading documents …");
    CheckInput input = CheckInput.read(engine.documents(), documents, System.in);
    progress("checking " + input.batch().documents().size() + " documents …");
    Report report = set.evaluate(input.batch().documents());
    progress("");
    PrintWriter err = spec.commandLine().getErr();
    diagnostics.forEach(d -> err.println(Terminal.harmless(d.toString())));
    if (set.policies().isEmpty() && diagnostics.isEmpty()) {
      err.println(
          "warning: no policies were found: neither constraints nor deny, violation or"
              + " warn rules");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> out.print(CheckText.of(input, report, Terminal.current()));
      case json -> out.println(CheckJson.of(input, report, diagnostics));
    }
    out.flush();
    return exitCode(diagnostics, input, report);
  }

  private PolicyEngine engine() {
    return PolicyEngine.builder()
        .enforcementPoint(enforcementPoint)
        .strictGatekeeper(strictGatekeeper)
        .v0Compatible(v0Compatible)
        .messages(this::message)
        .build();
  }

  private void message(MessageKind kind, String text) {
    if (kind == MessageKind.PRINT) {
      spec.commandLine().getErr().println(Terminal.harmless(text));
    }
  }

  private static int exitCode(List<Diagnostic> diagnostics, CheckInput input, Report report) {
    if (diagnostics.stream().anyMatch(Diagnostic::isError)
        || input.batch().hasErrors()
        || !report.errors().isEmpty()) {
      return ExitCode.ERROR;
    }
    return report.violations().stream()
            .anyMatch(v -> v.enforcementAction() == EnforcementAction.DENY)
        ? ExitCode.DENIED
        : ExitCode.OK;
  }

  /** Shows a person what is going on; nobody else sees it. */
  private void progress(String text) {
    if (Terminal.isInteractive()) {
      PrintWriter err = spec.commandLine().getErr();
      err.print(CLEAR_LINE + text);
      err.flush();
    }
  }
}
