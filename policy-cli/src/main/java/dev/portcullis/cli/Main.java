package dev.portcullis.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  private static final Map<String, Function<Output, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", output -> new CheckCommand());
    COMMANDS.put("eval", EvalCommand::new);
    COMMANDS.put("test", output -> new TestCommand());
    COMMANDS.put("inspect", output -> new InspectCommand());
    COMMANDS.put("capabilities", output -> new CapabilitiesCommand());
    COMMANDS.put("parse", output -> new ParseCommand());
    COMMANDS.put("dump", output -> new DumpCommand());
    COMMANDS.put("packs", output -> new PacksCommand());
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

  /** Runs the command line with other outputs; returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Output output = new Output(out, err);
    int code = execute(output, arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int execute(Output output, String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("eval")) {
      Optional<EvalCommand> plain =
          EvalCommand.plain(output, Arrays.asList(arguments).subList(1, arguments.length));
      if (plain.isPresent()) {
        try {
          return plain.get().call();
        } catch (RuntimeException e) {
          return fault(output, e);
        }
      }
    }
    CommandLine line = new CommandLine(new Main());
    addCommands(line, output, arguments);
    line.setOut(output.out()).setErr(output.err());
    line.registerConverter(Duration.class, new Duration.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, result) -> fault(output, e));
    return line.execute(arguments);
  }

  private static int fault(Output output, Exception e) {
    output.err().println("policy: " + e + ": this is a fault of the tool; please report it");
    return ExitCode.ERROR;
  }

  /**
   * Adds the command that the arguments name, and all commands where they name none: looking at the
   * flags of every command would take a good part of the time that a short evaluation takes.
   */
  private static void addCommands(CommandLine line, Output output, String... arguments) {
    Function<Output, Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named != null) {
      add(line, arguments[0], named.apply(output));
    } else {
      COMMANDS.forEach((name, command) -> add(line, name, command.apply(output)));
    }
  }

  private static void add(CommandLine line, String name, Object command) {
    CommandLine added = new CommandLine(command);
    added.getCommandSpec().mixinStandardHelpOptions(true);
    added.setUsageHelpWidth(HELP_WIDTH);
    line.addSubcommand(name, added);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
