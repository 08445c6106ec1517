package dev.portcullis.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.EvaluationLimitException;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Small inputs that ask for much: they end in an error or a limit, never in an overflow. */
class HostileInputTest {
  private static final int MANY = 20_000;

  @Test
  void walkGoesAsDeepAsTheValue() {
    Value value = NumberValue.of(1);
    for (int i = 0; i < 2_000; i++) {
      value = ArrayValue.of(value);
    }
    assertThat(((ArrayValue) call("walk", value)).size()).isEqualTo(2_001);
  }

  @Test
  void pathsThroughALongChainAreFound() {
    ObjectValue.Builder graph = ObjectValue.builder();
    for (int i = 0; i < MANY; i++) {
      graph.put(NumberValue.of(i), ArrayValue.of(NumberValue.of(i + 1L)));
    }
    Value initial = ArrayValue.of(NumberValue.of(0));
    ObjectValue chain = graph.build();
    assertThat(((SetValue) call("graph.reachable", chain, initial)).size()).isEqualTo(MANY);
    assertThat(((SetValue) call("graph.reachable_paths", chain, initial)).size()).isEqualTo(1);
  }

  @Test
  void templatesNestOnlySoDeep() {
    assertThatThrownBy(() -> render("{{if true}}".repeat(MANY) + "{{end}}".repeat(MANY)))
        .isInstanceOf(BuiltinException.class);
    assertThatThrownBy(() -> render("{{" + "(".repeat(MANY) + "1" + ")".repeat(MANY) + "}}"))
        .isInstanceOf(BuiltinException.class);
    assertThatThrownBy(() -> render("{{define \"r\"}}{{template \"r\"}}{{end}}{{template \"r\"}}"))
        .isInstanceOf(BuiltinException.class)
        .hasMessageContaining("exceeded maximum template depth");
  }

  @Test
  void rangesCountBeforeTheyAllocate() {
    TestContext context = new TestContext(HostServices.NONE, 1_000);
    Value[] arguments = {NumberValue.of(0), NumberValue.of(Integer.MAX_VALUE - 10L)};
    assertThatThrownBy(() -> builtin("numbers.range").body().call(context, arguments))
        .isInstanceOf(EvaluationLimitException.class);
  }

  @Test
  void shiftsAreBounded() {
    assertThatThrownBy(() -> call("bits.lsh", NumberValue.of(1), NumberValue.of(1L << 40)))
        .isInstanceOf(BuiltinException.class);
    assertThat(call("bits.rsh", NumberValue.of(1), NumberValue.of(1L << 40)))
        .isEqualTo(NumberValue.of(0));
  }

  @Test
  void paddingIsBounded() {
    Value[] arguments = {StringValue.of("%99999999d"), ArrayValue.of(NumberValue.of(1))};
    assertThat(call("sprintf", arguments).toString()).hasSizeLessThan(100);
  }

  private static Value render(String template) {
    return call("strings.render_template", StringValue.of(template), ObjectValue.EMPTY);
  }

  private static Value call(String name, Value... arguments) {
    return Objects.requireNonNull(builtin(name).body().call(new TestContext(), arguments));
  }

  private static Builtin builtin(String name) {
    return Objects.requireNonNull(CoreBuiltins.all().get(name));
  }
}
