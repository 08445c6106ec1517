package dev.portcullis.builtins;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.AstJson;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/** Rego as data. */
public final class RegoModules implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("rego.parse_module")
              .doc("Returns the syntax tree of a Rego module as an object.")
              .arg("filename", RegoType.STRING, "file name to attach to AST nodes' locations")
              .arg("rego", RegoType.STRING, "Rego module")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.STRING, RegoType.ANY),
                  "AST object for the Rego module")
              .body(Operand.TEXT, Operand.TEXT, (ctx, name, text) -> parse(name, text)));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value parse(String name, String text) {
    ParseResult<Module> parsed =
        RegoParser.parseModule(
            new SourceText(name, text), ParserOptions.v1().withAnnotations(false));
    if (parsed.result().isEmpty()) {
      throw BuiltinException.failed(errors(parsed.diagnostics()));
    }
    return AstJson.of(parsed.result().get());
  }

  private static String errors(List<Diagnostic> diagnostics) {
    int count = diagnostics.size();
    return count
        + (count == 1 ? " error occurred: " : " errors occurred:\n")
        + diagnostics.stream().map(Diagnostic::oneLine).collect(Collectors.joining("\n"));
  }
}
