package dev.portcullis.document.yaml;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.Utf8;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as the API server and {@code kubectl} understand them: YAML 1.1 with the exceptions of
 * the library that they read it with, then converted to JSON.
 *
 * <p>A resolved scalar is {@code null}, a {@link Boolean}, a {@link Long}, a {@link BigInteger}
 * (between 63 and 64 bits), a {@link Double} or a {@link String}.
 */
final class KubernetesDialect implements Dialect {
  static final KubernetesDialect INSTANCE = new KubernetesDialect();

  private static final String STR = TAG_PREFIX + "str";
  private static final String BOOL = TAG_PREFIX + "bool";
  private static final String INT = TAG_PREFIX + "int";
  private static final String FLOAT = TAG_PREFIX + "float";
  private static final String NULL = TAG_PREFIX + "null";
  private static final String TIMESTAMP = TAG_PREFIX + "timestamp";
  private static final String BINARY = TAG_PREFIX + "binary";

  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger MIN_SIGNED = BigInteger.ONE.shiftLeft(63).negate();
  private static final int MOST_DIGITS = 64;

  /** The words that mean something; {@code null} is absent since a map cannot tell it apart. */
  private static final Map<String, Object> WORDS =
      Map.ofEntries(
          Map.entry("y", true),
          Map.entry("Y", true),
          Map.entry("yes", true),
          Map.entry("Yes", true),
          Map.entry("YES", true),
          Map.entry("true", true),
          Map.entry("True", true),
          Map.entry("TRUE", true),
          Map.entry("on", true),
          Map.entry("On", true),
          Map.entry("ON", true),
          Map.entry("n", false),
          Map.entry("N", false),
          Map.entry("no", false),
          Map.entry("No", false),
          Map.entry("NO", false),
          Map.entry("false", false),
          Map.entry("False", false),
          Map.entry("FALSE", false),
          Map.entry("off", false),
          Map.entry("Off", false),
          Map.entry("OFF", false),
          Map.entry(".nan", Double.NaN),
          Map.entry(".NaN", Double.NaN),
          Map.entry(".NAN", Double.NaN),
          Map.entry(".inf", Double.POSITIVE_INFINITY),
          Map.entry(".Inf", Double.POSITIVE_INFINITY),
          Map.entry(".INF", Double.POSITIVE_INFINITY),
          Map.entry("+.inf", Double.POSITIVE_INFINITY),
          Map.entry("+.Inf", Double.POSITIVE_INFINITY),
          Map.entry("+.INF", Double.POSITIVE_INFINITY),
          Map.entry("-.inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.INF", Double.NEGATIVE_INFINITY));

  /** The longest of {@link #WORDS}. */
  private static final int LONGEST_WORD = 5;

  private static final Pattern TIMESTAMPS =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"
              + "| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");

  private KubernetesDialect() {}

  @Override
  public boolean explicitKeysWin() {
    return false;
  }

  @Override
  public boolean acceptsVersion(int major, int minor) {
    return major == 1 && minor == 1;
  }

  @Override
  public Value value(@Nullable String tag, String text, boolean plain) {
    Object resolved = resolve(tag, text, plain);
    if (resolved instanceof String string) {
      return StringValue.of(string);
    } else if (resolved instanceof Long number) {
      return NumberValue.of(number);
    } else if (resolved instanceof Boolean bool) {
      return BooleanValue.of(bool);
    } else if (resolved instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw new ResolutionException("unsupported value: " + text);
      }
      return NumberValue.parse(GoFloats.json(number));
    } else if (resolved instanceof BigInteger number) {
      return NumberValue.of(number);
    }
    return NullValue.NULL;
  }

  @Override
  public String key(@Nullable String tag, String text, boolean plain) {
    Object resolved = resolve(tag, text, plain);
    if (resolved instanceof String string) {
      return string;
    } else if (resolved instanceof Double number) {
      return GoFloats.key(number);
    } else if (resolved == null || resolved instanceof BigInteger) {
      throw new ResolutionException(
          "unsupported map key: " + (resolved == null ? "null" : resolved.toString()));
    }
    return resolved.toString();
  }

  private static @Nullable Object resolve(@Nullable String tag, String text, boolean plain) {
    if (tag == null) {
      return plain ? resolvePlain(text) : text;
    }
    return switch (tag) {
      case STR -> text;
      case BINARY -> decoded(text);
      case NULL -> required(tag, text, text.isEmpty() || isNullWord(text), null);
      case BOOL -> {
        Object resolved = resolvePlain(text);
        yield required(tag, text, resolved instanceof Boolean, resolved);
      }
      case INT -> {
        Object resolved = resolvePlain(text);
        yield required(
            tag, text, resolved instanceof Long || resolved instanceof BigInteger, resolved);
      }
      case FLOAT -> {
        Object resolved = resolvePlain(text);
        Object number = resolved instanceof Long integer ? (Object) (double) integer : resolved;
        yield required(tag, text, number instanceof Double, number);
      }
      case TIMESTAMP -> required(tag, text, TIMESTAMPS.matcher(text).matches(), text);
      default -> text;
    };
  }

  private static @Nullable Object required(
      String tag, String text, boolean holds, @Nullable Object resolved) {
    if (!holds) {
      throw new ResolutionException(
          "cannot decode `" + text + "` as a !!" + tag.substring(TAG_PREFIX.length()));
    }
    return resolved;
  }

  private static String decoded(String text) {
    String base64 = text.replace("\n", "").replace("\r", "");
    try {
      if (base64.length() % 4 == 0) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return Utf8.wellFormed(StringValue.ofUtf8(bytes).value());
      }
    } catch (IllegalArgumentException e) {
      // Reported below, as the wrong length is.
    }
    throw new ResolutionException("!!binary value contains invalid base64 data");
  }

  private static boolean isNullWord(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  private static @Nullable Object resolvePlain(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    boolean numeric = (first >= '0' && first <= '9') || first == '-' || first == '+';
    if (!numeric && "yYnNtTfFoO~.".indexOf(first) < 0) {
      return text;
    }
    if (text.length() <= LONGEST_WORD) {
      if (isNullWord(text)) {
        return null;
      }
      Object word = WORDS.get(text);
      if (word != null) {
        return word;
      }
    }
    if (numeric) {
      return number(text);
    }
    Object fraction = first == '.' && separatesDigits(text) ? fraction(text) : null;
    return fraction == null ? text : fraction;
  }

  private static @Nullable Double fraction(String text) {
    return Decimals.parseDouble(text.replace("_", ""));
  }

  /** Returns whether each underscore stands between two digits. */
  private static boolean separatesDigits(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      boolean between =
          i > 0
              && i + 1 < text.length()
              && Character.digit(text.charAt(i - 1), 10) >= 0
              && Character.digit(text.charAt(i + 1), 10) >= 0;
      if (!between) {
        return false;
      }
    }
    return true;
  }

  private static Object number(String text) {
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    Object integer = integer(digits);
    if (integer != null) {
      return integer;
    }
    Double number = Decimals.parseDouble(digits);
    return number == null ? text : number;
  }

  private static @Nullable Object integer(String text) {
    boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    int start = signed ? 1 : 0;
    if (start == text.length()) {
      return null;
    }
    int radix = 10;
    if (text.charAt(start) == '0') {
      char letter = text.length() - start >= 3 ? text.charAt(start + 1) : '0';
      radix =
          switch (letter) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
          };
      boolean prefixed = radix != 8 || letter == 'o' || letter == 'O';
      start += prefixed ? 2 : 1;
      while (start < text.length() - 1 && text.charAt(start) == '0') {
        start++;
      }
    }
    return bounded(text, start, radix, text.charAt(0) == '-', signed);
  }

  private static @Nullable Object bounded(
      String text, int start, int radix, boolean negative, boolean signed) {
    if (text.length() - start > MOST_DIGITS) {
      return null;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    if (start == text.length()) {
      return 0L;
    }
    BigInteger magnitude = new BigInteger(text.substring(start), radix);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    if (value.bitLength() < Long.SIZE && value.compareTo(MIN_SIGNED) >= 0) {
      return value.longValue();
    }
    return !signed && value.compareTo(MAX_UNSIGNED) <= 0 ? value : null;
  }
}
