package dev.portcullis.cli;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.builtins.CapabilitiesJson;
import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.rego.parser.ParserOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code policy capabilities}: says which builtins and features there are, as OPA's JSON. */
@Command(
    name = "capabilities",
    description = "List the builtins with their types, and the features of the language, as JSON.",
    footer = {
      "",
      "Examples:",
      "  policy capabilities",
      "  policy capabilities > capabilities.json",
      "",
      "Exit codes: 0 done."
    })
final class CapabilitiesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--current", description = "List those of this version (the default).")
  private boolean current;

  @Override
  public Integer call() {
    ObjectValue capabilities =
        ObjectValue.builder(3)
            .put(StringValue.of("builtins"), CapabilitiesJson.builtins(Builtins.all().values()))
            .put(StringValue.of("features"), texts(ParserOptions.v1().features()))
            .put(StringValue.of("future_keywords"), texts(List.of("not")))
            .build();
    spec.commandLine().getOut().println(JsonWriter.PRETTY.text(capabilities));
    return ExitCode.OK;
  }

  private static ArrayValue texts(Iterable<String> texts) {
    List<StringValue> values = new ArrayList<>();
    texts.forEach(text -> values.add(StringValue.of(text)));
    values.sort(null);
    return ArrayValue.of(values);
  }
}
