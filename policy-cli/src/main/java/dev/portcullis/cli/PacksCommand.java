package dev.portcullis.cli;

import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicyInfo;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.PackDescriptor;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy packs}: says which packs there are and what is in them. */
@Command(
    name = "packs",
    description = "List the packs of policies, or show what is in one.",
    footer = {
      "",
      "Examples:",
      "  policy packs                    the packs, one a line",
      "  policy packs list               the same",
      "  policy packs show image         the policies of a pack: what they ask for, how to comply",
      "  policy packs show --files image the templates and constraints themselves, as YAML",
      "",
      "Exit codes: 0 done, 2 there is no such pack."
    })
final class PacksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--files", description = "With show: print the templates and constraints.")
  private boolean files;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|show",
      description = "What to do (default: list).")
  private Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PACK",
      description = "With show: a pack, or a single policy of one.")
  private String name = "";

  /** What to do. */
  enum Action {
    list,
    show
  }

  private final List<PackProvider> packs = PackProvider.installed();

  @Override
  public Integer call() {
    return switch (action) {
      case list -> list();
      case show -> show();
    };
  }

  private int list() {
    PrintWriter out = spec.commandLine().getOut();
    List<PackDescriptor> all = packs.stream().flatMap(p -> p.packs().stream()).toList();
    int width = all.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    for (PackDescriptor pack : all) {
      int count = pack.policies().size();
      out.println(
          pad(pack.name(), width)
              + "  "
              + pad(count + (count == 1 ? " policy" : " policies"), "00 policies".length())
              + "  "
              + pack.description());
    }
    return ExitCode.OK;
  }

  private int show() {
    Optional<List<PackFile>> content =
        packs.stream().flatMap(p -> p.policies(name).stream()).findFirst();
    if (content.isEmpty()) {
      List<String> none = name.isEmpty() ? List.of() : List.of(name);
      PolicyArguments.find(none, Map.of(), packs)
          .diagnostics()
          .forEach(spec.commandLine().getErr()::println);
      return ExitCode.ERROR;
    }
    if (files) {
      content.get().forEach((PackFile file) -> print(file));
      return ExitCode.OK;
    }
    packs.stream()
        .flatMap(p -> p.packs().stream())
        .filter(p -> p.name().equals(name))
        .findFirst()
        .ifPresent(this::print);
    PolicySet set = PolicyEngine.create().load(PolicySource.pack(name));
    set.policies().forEach(this::print);
    set.diagnostics().forEach(spec.commandLine().getErr()::println);
    return set.diagnostics().stream().anyMatch(Diagnostic::isError) ? ExitCode.ERROR : ExitCode.OK;
  }

  private void print(PackFile file) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("---");
    out.println("# " + file.name());
    out.print(file.text().endsWith("\n") ? file.text() : file.text() + "\n");
  }

  private void print(PackDescriptor pack) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(pack.name() + ": " + pack.title());
    out.println(pack.description());
    out.println();
  }

  private void print(PolicyInfo policy) {
    PrintWriter out = spec.commandLine().getOut();
    String constraint = policy.constraint().map(c -> " (" + c + ")").orElse("");
    String severity = policy.severity().map(PolicySeverity::wireName).map(s -> ", " + s).orElse("");
    String deed = policy.enforcementAction().map(a -> ", " + a.wireName()).orElse("");
    out.println(policy.id() + constraint + severity + deed);
    line(policy.title());
    line(policy.description());
    policy.remediation().ifPresent(text -> line("fix: " + text));
    out.println();
  }

  private void line(String text) {
    if (!text.isBlank()) {
      spec.commandLine().getOut().println("  " + text.strip().replace("\n", "\n  "));
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
