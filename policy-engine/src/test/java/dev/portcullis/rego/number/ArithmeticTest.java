package dev.portcullis.rego.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Scale;

class ArithmeticTest {
  private static final String LARGE = "123456789012345678901234567890";

  @Property(tries = 300)
  void sumsDifferencesAndProductsOfIntegersAreExact(@ForAll long a, @ForAll long b) {
    BigInteger x = BigInteger.valueOf(a);
    BigInteger y = BigInteger.valueOf(b);
    assertThat(Arithmetic.plus(number(a), number(b)).text()).isEqualTo(x.add(y).toString());
    assertThat(Arithmetic.minus(number(a), number(b)).text()).isEqualTo(x.subtract(y).toString());
    assertThat(Arithmetic.times(number(a), number(b)).text()).isEqualTo(x.multiply(y).toString());
  }

  @Property(tries = 300)
  void integersOfAnySizeAreExact(
      @ForAll @BigRange(min = "-" + LARGE, max = LARGE) BigInteger a,
      @ForAll @BigRange(min = "-" + LARGE, max = LARGE) BigInteger b) {
    NumberValue x = NumberValue.of(a);
    NumberValue y = NumberValue.of(b);
    assertThat(Arithmetic.plus(x, y)).isEqualTo(NumberValue.of(a.add(b)));
    assertThat(Arithmetic.times(x, y)).isEqualTo(NumberValue.of(a.multiply(b)));
    if (b.longValue() != 0) {
      assertThat(Arithmetic.remainder(x, y)).isEqualTo(NumberValue.of(a.remainder(b)));
    }
  }

  @Property(tries = 500)
  void quotientsAreRoundedToSixtyFourBits(@ForAll @Positive long a, @ForAll @Positive long b) {
    BigDecimal exact =
        new BigDecimal(a).divide(new BigDecimal(b), new MathContext(60, RoundingMode.HALF_EVEN));
    BigDecimal found = Arithmetic.divide(number(a), number(b)).toBigDecimal();
    // A half of the last of 64 bits, twice: for rounding, and for writing with few digits.
    BigDecimal unit = exact.multiply(BigDecimal.valueOf(2).pow(-63, MathContext.DECIMAL64));
    assertThat(found.subtract(exact).abs()).isLessThanOrEqualTo(unit);
  }

  @Property(tries = 500)
  void writtenNumbersAreReadBackAsTheSameNumber(
      @ForAll @Scale(20) @BigRange(min = "-1000000", max = "1000000") BigDecimal decimal,
      @ForAll @IntRange(min = -200, max = 200) int exponent) {
    NumberValue number = NumberValue.parse(decimal.toPlainString() + "e" + exponent);
    BinaryFloat read = BinaryFloat.of(number);
    NumberValue written = read.toNumber();
    assertThat(BinaryFloat.of(written).toNumber().text()).isEqualTo(written.text());
  }

  @Example
  void remainderRefusesZeroAndFractions() {
    assertThatThrownBy(() -> Arithmetic.remainder(number(1), number(0)))
        .isInstanceOf(BuiltinException.class)
        .hasMessage("modulo by zero");
    assertThatThrownBy(() -> Arithmetic.remainder(NumberValue.parse("1.5"), number(1)))
        .isInstanceOf(BuiltinException.class)
        .hasMessage("modulo on floating-point number");
  }

  @Example
  void hugeExponentsAreRefusedInsteadOfComputed() {
    for (String text : List.of("1e400000000", "1e-400000000", "1e2147483647", "9e99999999999")) {
      NumberValue huge = NumberValue.parse(text);
      assertThatThrownBy(() -> Arithmetic.plus(huge, number(1)))
          .isInstanceOf(BuiltinException.class)
          .hasMessage("number too big");
      assertThatThrownBy(() -> Arithmetic.round(huge)).isInstanceOf(BuiltinException.class);
    }
    NumberValue large = NumberValue.parse("1e300000");
    assertThatThrownBy(() -> Arithmetic.times(large, large)).isInstanceOf(BuiltinException.class);
  }

  private static NumberValue number(long value) {
    return NumberValue.of(value);
  }
}
