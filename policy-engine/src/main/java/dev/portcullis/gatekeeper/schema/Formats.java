package dev.portcullis.gatekeeper.schema;

import dev.portcullis.api.value.NumberValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** The formats that the API server checks; it accepts every value of a format that it does not. */
final class Formats {
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
  private static final Pattern HEX_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  private Formats() {}

  static boolean accepts(String format, NumberValue number) {
    return switch (format) {
      case "int32" -> number.isLong() && number.longValue() == (int) number.longValue();
      case "int64" -> number.isLong();
      default -> true;
    };
  }

  static boolean accepts(String format, String text) {
    return switch (format) {
      case "date" -> parses(() -> LocalDate.parse(text));
      case "date-time", "datetime" -> parses(() -> OffsetDateTime.parse(text));
      case "byte" -> isBase64(text);
      case "uuid" -> UUID.matcher(text).matches();
      case "ipv4" -> isIpv4(text);
      case "ipv6" -> isIpv6(text);
      case "cidr" -> isCidr(text);
      default -> true;
    };
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!isNumber(part, 255)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text, int maximum) {
    return !text.isEmpty()
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0')
        && Integer.parseInt(text) <= maximum;
  }

  private static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    return before >= 0 && after >= 0 && before + after < 8;
  }

  /** Returns how many 16-bit groups the colon-separated text has, or a number below -8 for none. */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && isIpv4(parts[i])) {
        count += 2;
      } else if (HEX_GROUP.matcher(parts[i]).matches()) {
        count++;
      } else {
        return -9;
      }
    }
    return count;
  }

  private static boolean isCidr(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return false;
    }
    String address = text.substring(0, slash);
    String bits = text.substring(slash + 1);
    return (isIpv4(address) && isNumber(bits, 32)) || (isIpv6(address) && isNumber(bits, 128));
  }
}
