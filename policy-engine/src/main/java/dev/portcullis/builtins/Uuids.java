package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Universally unique identifiers. */
public final class Uuids implements BuiltinProvider {
  /** From 1582-10-15 to 1970-01-01 in units of 100 ns. */
  private static final long GREGORIAN_OFFSET = 122_192_928_000_000_000L;

  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final int TEXT_LENGTH = 36;
  private static final String URN = "urn:uuid:";

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("uuid.rfc4122")
              .doc("Returns a new UUIDv4.")
              .arg("k", RegoType.STRING, "seed string")
              .result(
                  "output",
                  RegoType.STRING,
                  "a version 4 UUID; for any given `k`, "
                      + "the output will be consistent "
                      + "throughout a query evaluation")
              .trait(Builtin.Trait.NON_DETERMINISTIC)
              .body(Operand.ANY, (ctx, k) -> random(ctx, k)),
          Builtin.named("uuid.parse")
              .doc(
                  "Parses the string value as an UUID and returns an object with "
                      + "the well-defined fields of the UUID if valid.")
              .arg("uuid", RegoType.STRING, "UUID string to parse")
              .result(
                  "result",
                  RegoType.objectOf(RegoType.STRING, RegoType.ANY),
                  "Properties of UUID if valid (version, " + "variant, etc). Undefined otherwise.")
              .body(Operand.STRING, (ctx, x) -> parse(ByteText.of(x))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private record RememberedKey(Value key) {}

  private static Value random(BuiltinContext context, Value key) {
    return context.remember(
        new RememberedKey(key),
        () -> {
          byte[] bytes = new byte[16];
          context.random().nextBytes(bytes);
          bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
          bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x40);
          String hex = HexFormat.of().formatHex(bytes);
          return StringValue.of(
              String.join(
                  "-",
                  hex.substring(0, 8),
                  hex.substring(8, 12),
                  hex.substring(12, 16),
                  hex.substring(16, 20),
                  hex.substring(20)));
        });
  }

  private static @Nullable Value parse(String text) {
    String digits = digits(text);
    if (digits == null || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return null;
    }
    byte[] bytes = HexFormat.of().parseHex(digits);
    int version = (bytes[6] & 0xFF) >> 4;
    ObjectValue.Builder out = ObjectValue.builder();
    out.put("version", NumberValue.of(version));
    out.put("variant", StringValue.of(variant(bytes[8] & 0xFF)));
    if (version == 1 || version == 2) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long low = buffer.getInt(0) & 0xFFFF_FFFFL;
      out.put("time", NumberValue.of(unixNanos(buffer, low)));
      out.put("nodeid", StringValue.of(HexFormat.ofDelimiter("-").formatHex(bytes, 10, 16)));
      out.put("macvariables", StringValue.of(macVariables(bytes[10])));
      out.put("clocksequence", NumberValue.of(buffer.getShort(8) & 0x3FFF));
      if (version == 2) {
        out.put("id", NumberValue.of(low));
        out.put("domain", StringValue.of(domain(bytes[9] & 0xFF)));
      }
    }
    return out.build();
  }

  /** Returns the 32 digits, or {@code null} if the text has none of the accepted shapes. */
  private static @Nullable String digits(String text) {
    String plain = text;
    if (text.length() == TEXT_LENGTH + URN.length()) {
      if (!text.substring(0, URN.length()).equalsIgnoreCase(URN)) {
        return null;
      }
      plain = text.substring(URN.length());
    } else if (text.length() == TEXT_LENGTH + 2) {
      plain = text.substring(1, TEXT_LENGTH + 1);
    } else if (text.length() == 32) {
      return text;
    } else if (text.length() != TEXT_LENGTH) {
      return null;
    }
    for (int dash : new int[] {8, 13, 18, 23}) {
      if (plain.charAt(dash) != '-') {
        return null;
      }
    }
    String digits =
        plain.substring(0, 8)
            + plain.substring(9, 13)
            + plain.substring(14, 18)
            + plain.substring(19, 23)
            + plain.substring(24);
    return digits;
  }

  private static long unixNanos(ByteBuffer bytes, long low) {
    long ticks = low | (bytes.getShort(4) & 0xFFFFL) << 32 | (bytes.getShort(6) & 0x0FFFL) << 48;
    long since = ticks - GREGORIAN_OFFSET;
    return since / TICKS_PER_SECOND * 1_000_000_000L + since % TICKS_PER_SECOND * 100;
  }

  private static String variant(int octet) {
    if ((octet & 0xC0) == 0x80) {
      return "RFC4122";
    }
    return switch (octet & 0xE0) {
      case 0xC0 -> "Microsoft";
      case 0xE0 -> "Future";
      default -> "Reserved";
    };
  }

  private static String macVariables(byte octet) {
    return ((octet & 2) != 0 ? "local:" : "global:") + ((octet & 1) != 0 ? "multicast" : "unicast");
  }

  private static String domain(int octet) {
    return switch (octet) {
      case 0 -> "Person";
      case 1 -> "Group";
      case 2 -> "Org";
      default -> "Domain" + octet;
    };
  }
}
