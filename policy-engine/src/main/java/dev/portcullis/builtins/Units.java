package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Quantities with SI and binary units. */
public final class Units implements BuiltinProvider {
  private static final int MAX_EXPONENT_DIGITS = 6;
  private static final int FRACTION_DIGITS = 10;
  private static final int MANTISSA_BITS = 64;
  private static final String PREFIXES = "kmgtpe";

  /** OPA multiplies milli-units by the double nearest to 0.001; its digits show. */
  @SuppressWarnings("BigDecimalLiteralDouble")
  private static final BigDecimal MILLI = new BigDecimal(0.001);

  private static final Map<String, String> PARSE =
      messages("units.parse", "no amount provided", "could not parse amount to a number");
  private static final Map<String, String> PARSE_BYTES =
      messages(
          "units.parse_bytes",
          "no byte amount provided",
          "could not parse byte amount to a number");

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("units.parse")
              .doc(
                  "Converts strings like \"10G\", \"5K\", \"4M\", \"1500m\", and the "
                      + "like into a number.\nThis number can be a non-integer, such as "
                      + "1.5, 0.22, etc. Scientific notation is supported,\nallowing "
                      + "values such as \"1e-3K\" (1) or \"2.5e6M\" (2.5 million M).\n\n"
                      + "Supports standard metric decimal and binary SI units (e.g., "
                      + "K, Ki, M, Mi, G, Gi, etc.) where\nm, K, M, G, T, P, and E are "
                      + "treated as decimal units and Ki, Mi, Gi, Ti, Pi, and Ei are "
                      + "treated as\nbinary units.\n\nNote that 'm' and 'M' are "
                      + "case-sensitive to allow distinguishing between \"milli\" and "
                      + "\"mega\" units\nrespectively. Other units are case-insensitive.")
              .arg("x", RegoType.STRING, "the unit to parse")
              .result("y", RegoType.NUMBER, "the parsed number")
              .body(Operand.STRING, (ctx, x) -> parse(ByteText.of(x))),
          Builtin.named("units.parse_bytes")
              .doc(
                  "Converts strings like \"10GB\", \"5K\", \"4mb\", or \"1e6KB\" into an "
                      + "integer number of bytes.\n\nSupports standard byte units (e.g., "
                      + "KB, KiB, etc.) where KB, MB, GB, and TB are treated as "
                      + "decimal\nunits, and KiB, MiB, GiB, and TiB are treated as "
                      + "binary units. Scientific notation is supported,\nenabling "
                      + "values like \"1.5e3MB\" (1500MB) or \"2e6GiB\" (2 million GiB).\n\n"
                      + "The bytes symbol (b/B) in the unit is optional; omitting it "
                      + "will yield the same result (e.g., \"Mi\"\nand \"MiB\" are "
                      + "equivalent).")
              .arg("x", RegoType.STRING, "the byte unit to parse")
              .result("y", RegoType.NUMBER, "the parsed number")
              .body(Operand.STRING, (ctx, x) -> parseBytes(x)));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private record Quantity(String amount, String unit) {}

  private static Map<String, String> messages(String name, String noAmount, String noNumber) {
    return Map.of(
        "amount", name + ": " + noAmount,
        "number", name + ": " + noNumber,
        "spaces", name + ": spaces not allowed in resource strings",
        "exponent", name + ": exponent too large");
  }

  private static BuiltinException failed(Map<String, String> messages, String which) {
    return BuiltinException.failed(messages.getOrDefault(which, which));
  }

  private static Value parse(String text) {
    Quantity quantity = split(text.replace("\"", ""), PARSE);
    String unit = quantity.unit();
    if (unit.length() > 1) {
      unit = unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT);
    }
    BigDecimal product = number(quantity.amount(), PARSE).multiply(siFactor(unit));
    if (product.signum() == 0 || product.stripTrailingZeros().scale() <= 0) {
      return NumberValue.of(product.toBigInteger());
    }
    return NumberValue.parse(
        product.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP).toPlainString());
  }

  private static BigDecimal siFactor(String unit) {
    if (unit.isEmpty()) {
      return BigDecimal.ONE;
    }
    if (unit.equals("m")) {
      return MILLI;
    }
    boolean binary = unit.length() == 2 && unit.charAt(1) == 'i';
    int power = PREFIXES.indexOf(Character.toLowerCase(unit.charAt(0))) + 1;
    if (power == 0 || unit.length() > (binary ? 2 : 1)) {
      throw BuiltinException.failed("units.parse: unit " + ByteText.text(unit) + " not recognized");
    }
    return factor(power, binary);
  }

  private static BigDecimal factor(int power, boolean binary) {
    return BigDecimal.valueOf(binary ? 1024 : 1000).pow(power);
  }

  private static Value parseBytes(StringValue text) {
    String lower = text.value().toLowerCase(Locale.ROOT).replace("\"", "");
    Quantity quantity = split(ByteText.of(StringValue.of(lower)), PARSE_BYTES);
    BigDecimal factor = byteFactor(quantity.unit());
    BigDecimal amount = rounded(number(quantity.amount(), PARSE_BYTES));
    return NumberValue.of(rounded(amount.multiply(factor)).toBigInteger());
  }

  private static BigDecimal byteFactor(String unit) {
    if (unit.isEmpty()) {
      return BigDecimal.ONE;
    }
    String rest = unit.substring(1);
    int power = PREFIXES.indexOf(unit.charAt(0)) + 1;
    boolean binary = rest.startsWith("i");
    String suffix = binary ? rest.substring(1) : rest;
    if (power == 0 || !(suffix.isEmpty() || suffix.equals("b"))) {
      throw BuiltinException.failed(
          "units.parse_bytes: byte unit " + ByteText.text(unit) + " not recognized");
    }
    return factor(power, binary);
  }

  /** Rounds to the mantissa that OPA's floating-point numbers have. */
  private static BigDecimal rounded(BigDecimal number) {
    if (number.signum() == 0) {
      return number;
    }
    // A power of two that leaves at least the mantissa's bits before the point.
    int shift = 0;
    BigInteger scaled;
    if (number.scale() > 0) {
      shift = MANTISSA_BITS + 4 * number.scale() + 2;
      BigInteger shifted = number.unscaledValue().shiftLeft(shift);
      BigInteger[] parts = shifted.divideAndRemainder(BigInteger.TEN.pow(number.scale()));
      boolean exact = parts[1].signum() == 0;
      scaled = exact ? parts[0] : parts[0].shiftLeft(1).setBit(0);
      shift = exact ? shift : shift + 1;
    } else {
      scaled = number.toBigInteger();
    }
    int excess = scaled.abs().bitLength() - MANTISSA_BITS;
    if (excess > 0) {
      BigInteger magnitude = scaled.abs();
      BigInteger kept = magnitude.shiftRight(excess);
      boolean half = magnitude.testBit(excess - 1);
      boolean more = magnitude.getLowestSetBit() < excess - 1;
      if (half && (more || kept.testBit(0))) {
        kept = kept.add(BigInteger.ONE);
      }
      scaled = kept.shiftLeft(excess).multiply(BigInteger.valueOf(scaled.signum()));
    }
    BigDecimal result = new BigDecimal(scaled);
    return shift == 0 ? result : result.divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift)));
  }

  private static BigDecimal number(String text, Map<String, String> messages) {
    if (!hasDigit(text)) {
      throw failed(messages, "number");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw failed(messages, "number");
    }
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Units::isDigit);
  }

  private static Quantity split(String text, Map<String, String> messages) {
    if (text.indexOf(' ') >= 0) {
      throw failed(messages, "spaces");
    }
    int unit = unitStart(text, messages);
    if (unit == 0) {
      throw failed(messages, "amount");
    }
    return new Quantity(text.substring(0, unit), text.substring(unit));
  }

  /** Returns where the unit begins: an {@code e} belongs to the number if an exponent follows. */
  private static int unitStart(String text, Map<String, String> messages) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean exponent = c == 'e' || c == 'E';
      if (!exponent && !isDigit(c) && c != '.' && c != '+' && c != '-') {
        return i;
      }
      if (exponent) {
        boolean sign =
            i + 1 < text.length() && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-');
        if (i + 1 == text.length() || !(sign || isDigit(text.charAt(i + 1)))) {
          return i;
        }
        i += sign ? 1 : 0;
        int end = i + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        if (end - i - 1 > MAX_EXPONENT_DIGITS) {
          throw failed(messages, "exponent");
        }
      }
    }
    return text.length();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
