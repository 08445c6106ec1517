package dev.portcullis.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    footer = {"", "`policy COMMAND --help` shows the flags and examples of a command."})
public final class Main implements Runnable {
  private static final int HELP_WIDTH = 100;
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("eval", EvalCommand::new);
    COMMANDS.put("test", TestCommand::new);
    COMMANDS.put("packs", PacksCommand::new);
  }

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
    addCommands(line, arguments);
    line.setOut(out).setErr(err);
    line.registerConverter(Duration.class, new Duration.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
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

  /**
   * Adds the command that the arguments name, and all commands where they name none: looking at the
   * flags of every command would take a good part of the time that a short evaluation takes.
   */
  private static void addCommands(CommandLine line, String... arguments) {
    Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named != null) {
      add(line, arguments[0], named);
    } else {
      COMMANDS.forEach((name, command) -> add(line, name, command));
    }
  }

  private static void add(CommandLine line, String name, Supplier<Object> command) {
    CommandLine added = new CommandLine(command.get());
    added.getCommandSpec().mixinStandardHelpOptions(true);
    added.setUsageHelpWidth(HELP_WIDTH);
    line.addSubcommand(name, added);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
