package dev.portcullis.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "policy",
    description = "Portcullis: policy as code for the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "`policy COMMAND --help` shows the flags and examples of a command."},
    subcommands = {EvalCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(out, err, arguments);
  }

  /** Runs the command line with other outputs, for tests; returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out).setErr(err);
    line.registerConverter(Duration.class, new Duration.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(Main::addHelp);
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          err.println("policy: " + e + ": this is a fault of the tool; please report it");
          return ExitCode.ERROR;
        });
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static void addHelp(CommandLine command) {
    if (!command.getCommandSpec().mixinStandardHelpOptions()) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
