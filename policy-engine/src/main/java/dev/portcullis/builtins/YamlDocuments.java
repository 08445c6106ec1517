package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.KubernetesYaml;
import dev.portcullis.document.yaml.KubernetesYamlWriter;
import java.util.List;

/** YAML as text, read and written as Kubernetes does. */
public final class YamlDocuments implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("yaml.marshal")
              .doc("Serializes the input term to YAML.")
              .arg("x", RegoType.ANY, "the term to serialize")
              .result("y", RegoType.STRING, "the YAML string representation of `x`")
              .body(Operand.ANY, (ctx, x) -> StringValue.of(KubernetesYamlWriter.write(x))),
          Builtin.named("yaml.unmarshal")
              .doc("Deserializes the input string.")
              .arg("x", RegoType.STRING, "a YAML string")
              .result("y", RegoType.ANY, "the term deserialized from `x`")
              .body(Operand.STRING, (ctx, x) -> unmarshal(x)),
          Builtin.named("yaml.is_valid")
              .doc("Verifies the input string is a valid YAML document.")
              .arg("x", RegoType.STRING, "a YAML string")
              .result(
                  "result", RegoType.BOOLEAN, "`true` if `x` is valid YAML, `false` " + "otherwise")
              .body(Operand.ANY, (ctx, x) -> BooleanValue.of(isValid(x))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value unmarshal(StringValue text) {
    try {
      return KubernetesYaml.read(text.toUtf8());
    } catch (SyntaxException e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  private static boolean isValid(Value value) {
    if (!(value instanceof StringValue text)) {
      return false;
    }
    try {
      KubernetesYaml.read(text.toUtf8());
      return true;
    } catch (SyntaxException e) {
      return false;
    }
  }
}
