package dev.portcullis.cli;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy inspect}: says what is in a folder of policies or in a file. */
@Command(
    name = "inspect",
    description = "Say which packages, data and annotations a folder or file holds.",
    footer = {
      "",
      "Examples:",
      "  policy inspect policies/",
      "  policy inspect -a policy.rego",
      "  policy inspect -a -f json policies/",
      "",
      "Exit codes: 0 done, 1 a file could not be read or parsed."
    })
final class InspectCommand implements Callable<Integer> {
  private static final Set<String> DATA_FILES = Set.of("data.json", "data.yaml", "data.yml");

  /** OPA's code for what cannot be inspected. */
  private static final int NOT_READ = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "pretty or json (default: pretty).")
  private TestReport.Format format = TestReport.Format.pretty;

  @Option(
      names = {"-a", "--annotations"},
      description = "List the metadata annotations too.")
  private boolean annotations;

  @Option(names = "--v0-compatible", description = "Read modules as Rego v0.")
  private boolean v0Compatible;

  @Option(names = "--v1-compatible", description = "Read modules as Rego v1 (the default).")
  private boolean v1Compatible;

  @Parameters(index = "0", paramLabel = "PATH", description = "A folder or a Rego file.")
  private String path = "";

  /** An annotation and what it stands before. */
  private record Annotated(Module module, Annotations annotations) {
    Span target() {
      return annotations
          .target()
          .map(rule -> module.rules().get(rule).span())
          .orElse(module.packageSpan());
    }

    List<Term> rulePath() {
      return annotations
          .target()
          .map(rule -> module.rules().get(rule).head().ref())
          .map(
              ref -> {
                List<Term> steps = new ArrayList<>();
                steps.add(new Term.Scalar(ref.span(), StringValue.of(AstText.of(ref.head()))));
                steps.addAll(ref.path());
                return steps;
              })
          .orElse(new ArrayList<>());
    }
  }

  @Override
  public Integer call() {
    RegoFiles files = RegoFiles.read(List.of(path), v0Compatible);
    Map<String, List<String>> namespaces = new TreeMap<>();
    for (Module module : files.modules()) {
      namespaces
          .computeIfAbsent(AstText.of(module.packagePath()), k -> new ArrayList<>())
          .add(module.source().name());
    }
    dataFiles()
        .forEach(
            (name, file) -> namespaces.computeIfAbsent(name, k -> new ArrayList<>()).add(file));
    List<Annotated> all =
        files.modules().stream()
            .flatMap(m -> m.annotations().stream().map(a -> new Annotated(m, a)))
            .toList();
    files.errors().forEach(spec.commandLine().getErr()::println);
    switch (format) {
      case pretty -> pretty(namespaces, all);
      case json -> spec.commandLine().getOut().println(OrderedJson.pretty(json(namespaces, all)));
    }
    return files.errors().isEmpty() ? ExitCode.OK : NOT_READ;
  }

  /** Returns the data files of the folder, by where their documents are. */
  private Map<String, String> dataFiles() {
    Map<String, String> found = new TreeMap<>();
    Path root = Path.of(path);
    if (!Files.isDirectory(root)) {
      return found;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(f -> DATA_FILES.contains(String.valueOf(f.getFileName())))
          .forEach(
              file -> {
                StringBuilder name = new StringBuilder("data");
                Path parent = root.relativize(file).getParent();
                if (parent != null) {
                  parent.forEach(step -> name.append('.').append(step));
                }
                found.put(name.toString(), file.normalize().toString());
              });
    } catch (IOException | UncheckedIOException e) {
      spec.commandLine().getErr().println(path + ": cannot be read: " + e.getMessage());
    }
    return found;
  }

  private void pretty(Map<String, List<String>> namespaces, List<Annotated> all) {
    PrintWriter out = spec.commandLine().getOut();
    if (!namespaces.isEmpty()) {
      Table table = new Table(List.of("NAMESPACE", "FILE"));
      namespaces.forEach(
          (name, files) -> {
            for (int i = 0; i < files.size(); i++) {
              table.add(List.of(i == 0 ? name : "", files.get(i)));
            }
          });
      out.println("NAMESPACES:");
      out.print(table.text());
    }
    if (annotations && !all.isEmpty()) {
      out.println("ANNOTATIONS:");
      all.forEach(this::pretty);
    }
  }

  private void pretty(Annotated annotated) {
    PrintWriter out = spec.commandLine().getOut();
    ObjectValue fields = annotated.annotations().fields();
    String packageName = AstText.of(annotated.module().packagePath());
    String rule =
        annotated
            .annotations()
            .target()
            .map(i -> AstText.of(annotated.module().rules().get(i).head().ref()))
            .orElse("");
    String title =
        fields.get("title") instanceof StringValue text
            ? text.value()
            : packageName + (rule.isEmpty() ? "" : "." + rule);
    out.println(title);
    out.println("=".repeat(title.codePointCount(0, title.length())));
    out.println();
    if (fields.get("description") instanceof StringValue text) {
      out.println(text.value());
      out.println();
    }
    out.println("Package:  " + packageName.replaceFirst("^data\\.", ""));
    if (!rule.isEmpty()) {
      out.println("Rule:     " + rule);
    }
    out.println("Location: " + annotated.module().source().name() + ":" + annotated.target().row());
    out.println("Scope: " + annotated.annotations().scope().wireName());
    for (int i = 0; i < fields.size(); i++) {
      more(fields.keyAt(i), fields.valueAt(i));
    }
    out.println();
  }

  /** Writes the fields that have no line of their own. */
  private void more(Value key, Value value) {
    String name = key instanceof StringValue text ? text.value() : key.toString();
    if (!Set.of("title", "description", "scope").contains(name)) {
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      spec.commandLine().getOut().println(capital.replace('_', ' ') + ": " + value);
    }
  }

  private Map<String, Object> json(Map<String, List<String>> namespaces, List<Annotated> all) {
    Map<String, Object> info = new LinkedHashMap<>();
    if (Files.isDirectory(Path.of(path))) {
      Map<String, Object> manifest = new LinkedHashMap<>();
      manifest.put("revision", "");
      manifest.put("roots", List.of(""));
      info.put("manifest", manifest);
    }
    info.put("signatures_config", Map.of());
    info.put("namespaces", namespaces);
    if (annotations && !all.isEmpty()) {
      info.put("annotations", all.stream().map(InspectCommand::json).toList());
    }
    return info;
  }

  private static Map<String, Object> json(Annotated annotated) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("annotations", annotated.annotations().fields());
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("file", annotated.module().source().name());
    place.put("row", annotated.target().row());
    place.put("col", annotated.target().column());
    row.put("location", place);
    List<Map<String, Object>> steps = new ArrayList<>();
    steps.add(step("var", StringValue.of("data")));
    Stream.concat(annotated.module().packagePath().path().stream(), annotated.rulePath().stream())
        .filter(Term.Scalar.class::isInstance)
        .map(step -> ((Term.Scalar) step).value())
        .forEach(value -> steps.add(step(value.kind().typeName(), value)));
    row.put("path", steps);
    return row;
  }

  private static Map<String, Object> step(String type, Value value) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("type", type);
    step.put("value", value);
    return step;
  }
}
