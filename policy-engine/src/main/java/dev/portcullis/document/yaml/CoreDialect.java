package dev.portcullis.document.yaml;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as the core schema of YAML 1.2 has them: {@code on} and {@code yes} are strings, {@code
 * 017} is 17. Numbers are exact and keep their spelling as far as JSON has it.
 */
final class CoreDialect implements Dialect {
  static final CoreDialect INSTANCE = new CoreDialect();

  private static final String STR = TAG_PREFIX + "str";
  private static final String BOOL = TAG_PREFIX + "bool";
  private static final String INT = TAG_PREFIX + "int";
  private static final String FLOAT = TAG_PREFIX + "float";
  private static final String NULL = TAG_PREFIX + "null";

  /** Reading more octal or hexadecimal digits than this is not worth its time. */
  private static final int MOST_DIGITS = 10_000;

  private CoreDialect() {}

  @Override
  public boolean explicitKeysWin() {
    return true;
  }

  @Override
  public boolean acceptsVersion(int major, int minor) {
    return major == 1;
  }

  @Override
  public Value value(@Nullable String tag, String text, boolean plain) {
    if (tag == null) {
      return plain ? resolvePlain(text) : StringValue.of(text);
    }
    Value resolved;
    boolean holds;
    switch (tag) {
      case NULL -> {
        resolved = resolvePlain(text);
        holds = resolved == NullValue.NULL;
      }
      case BOOL -> {
        resolved = resolvePlain(text);
        holds = resolved instanceof BooleanValue;
      }
      case INT -> {
        resolved = resolvePlain(text);
        holds = resolved instanceof NumberValue && !Decimals.looksFractional(text);
      }
      case FLOAT -> {
        resolved = resolvePlain(text);
        holds = resolved instanceof NumberValue;
      }
      case STR -> {
        return StringValue.of(text);
      }
      default -> {
        return StringValue.of(text);
      }
    }
    if (!holds) {
      throw new ResolutionException(
          "cannot decode `" + text + "` as a !!" + tag.substring(TAG_PREFIX.length()));
    }
    return resolved;
  }

  /** The spelling is the key, whatever it would mean as a value. */
  @Override
  public String key(@Nullable String tag, String text, boolean plain) {
    return text;
  }

  private static Value resolvePlain(String text) {
    if (text.isEmpty()) {
      return NullValue.NULL;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return number(text);
    }
    return switch (text) {
      case "null", "Null", "NULL", "~" -> NullValue.NULL;
      case "true", "True", "TRUE" -> BooleanValue.TRUE;
      case "false", "False", "FALSE" -> BooleanValue.FALSE;
      default -> StringValue.of(text);
    };
  }

  private static Value number(String text) {
    if (Decimals.isDecimal(text)) {
      return NumberValue.parse(Decimals.asJson(text));
    }
    if (text.startsWith("0o")) {
      return radix(text, 8);
    } else if (text.startsWith("0x")) {
      return radix(text, 16);
    }
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" ->
          throw new ResolutionException("unsupported value: " + text);
      case ".nan", ".NaN", ".NAN" -> throw new ResolutionException("unsupported value: " + text);
      default -> StringValue.of(text);
    };
  }

  private static Value radix(String text, int radix) {
    boolean valid = text.length() > 2;
    for (int i = 2; i < text.length() && valid; i++) {
      char c = text.charAt(i);
      valid = c < 0x80 && Character.digit(c, radix) >= 0;
    }
    if (!valid) {
      return StringValue.of(text);
    }
    if (text.length() > MOST_DIGITS) {
      throw new ResolutionException("the number is too long");
    }
    return NumberValue.of(new BigInteger(text.substring(2), radix));
  }
}
