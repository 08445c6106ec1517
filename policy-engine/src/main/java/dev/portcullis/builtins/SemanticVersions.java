package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;

/** Semantic versions. */
public final class SemanticVersions implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("semver.is_valid")
              .doc("Validates that the input is a valid SemVer string.")
              .arg("vsn", RegoType.ANY, "input to validate")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "`true` if `vsn` is a valid SemVer; " + "`false` otherwise")
              .body(
                  Operand.ANY,
                  (ctx, v) ->
                      BooleanValue.of(
                          v instanceof StringValue s && SemanticVersion.parse(s.value()) != null)),
          Builtin.named("semver.compare")
              .doc("Compares valid SemVer formatted version strings.")
              .arg("a", RegoType.STRING, "first version string")
              .arg("b", RegoType.STRING, "second version string")
              .result(
                  "result",
                  RegoType.NUMBER,
                  "`-1` if `a < b`; `1` if `a > b`; `0` if " + "`a == b`")
              .body(Operand.TEXT, Operand.TEXT, (ctx, a, b) -> compare(a, b)));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value compare(String a, String b) {
    return NumberValue.of(parse(a, 1).compareTo(parse(b, 2)));
  }

  private static SemanticVersion parse(String text, int operand) {
    SemanticVersion version = SemanticVersion.parse(text);
    if (version == null) {
      throw BuiltinException.failed(
          "operand " + operand + ": string " + StringValue.of(text) + " is not a valid SemVer");
    }
    return version;
  }
}
