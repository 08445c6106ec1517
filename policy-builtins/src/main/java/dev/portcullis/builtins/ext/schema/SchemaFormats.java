package dev.portcullis.builtins.ext.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The keyword {@code format}. Formats that are not known match everything. */
final class SchemaFormats {
  private static final String TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?";
  private static final String ZONE = "(Z|[+-]([01][0-9]|2[0-4]):[0-5][0-9])";
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME_ZONE = Pattern.compile(TIME + ZONE + "?");
  private static final Pattern DATE_TIME = Pattern.compile("[0-9-]{10}T" + TIME + ZONE);
  private static final String LABEL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])";
  private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern UUID =
      Pattern.compile("(?i)[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
  private static final String POINTER_STEPS = "(?:/(?:[^~/]|~0|~1)*)*";
  private static final Pattern POINTER = Pattern.compile(POINTER_STEPS);
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:#|" + POINTER_STEPS + ")");
  private static final Pattern TEMPLATE = Pattern.compile("([^{]*(\\{[^}]*\\})?)*");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final String ATOM = "[^\\x00-\\x20\\x7f()<>\\[\\]:;@\\\\,.\"]+";
  private static final String ATOMS = ATOM + "(\\." + ATOM + ")*";
  private static final String ADDRESS =
      "(" + ATOMS + "|\"([^\"\\\\]|\\\\.)*\")@(" + ATOMS + "|\\[[0-9a-fA-F.:]+\\])";
  private static final Pattern MAIL =
      Pattern.compile("\\s*(" + ADDRESS + "|([^<>@,]*|\"[^\"]*\")\\s*<" + ADDRESS + ">)\\s*");

  private static final int MAX_REPETITION = 1000;

  private SchemaFormats() {}

  /**
   * Compiles a regular expression; nested repetitions that multiply beyond what Go allows are
   * refused before they are expanded.
   */
  static Pattern compile(String regex) {
    if (RepetitionBound.exceeds(regex, MAX_REPETITION)) {
      throw new PatternSyntaxException("invalid repeat count", regex);
    }
    return Pattern.compile(regex);
  }

  static boolean matches(String format, String text) {
    return switch (format) {
      case "date" -> isDate(text);
      case "time" -> TIME_ZONE.matches(text);
      case "date-time" ->
          TIME_ZONE.matches(text)
              || isDate(text)
              || (DATE_TIME.matches(text) && isDate(text.substring(0, 10)));
      case "hostname" -> text.length() < 256 && HOST.matches(text);
      case "email", "idn-email" -> MAIL.matches(text);
      case "ipv4" -> text.indexOf('.') >= 0 && isIp(text);
      case "ipv6" -> text.indexOf(':') >= 0 && isIp(text);
      case "uri", "iri" -> UrlCheck.isUrl(text) && UrlCheck.hasScheme(text);
      case "uri-reference", "iri-reference" -> UrlCheck.isUrl(text);
      case "uri-template" -> UrlCheck.isUrl(text) && TEMPLATE.matches(text);
      case "uuid" -> UUID.matches(text);
      case "regex" -> isRegex(text);
      case "json-pointer" -> POINTER.matches(text);
      case "relative-json-pointer" -> RELATIVE_POINTER.matches(text);
      default -> true;
    };
  }

  private static boolean isDate(String text) {
    if (!DATE.matches(text)) {
      return false;
    }
    try {
      return LocalDate.parse(text).getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isRegex(String text) {
    try {
      compile(text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean isIp(String text) {
    return text.indexOf(':') < 0 ? IPV4.matches(text) : isIpv6(text);
  }

  private static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    String left = gap < 0 ? text : text.substring(0, gap);
    String right = gap < 0 ? "" : text.substring(gap + 2);
    int groups = groups(left, gap < 0) + groups(right, true);
    return gap < 0 ? groups == 8 : groups >= 0 && groups < 8;
  }

  /** Returns how many groups of 16 bits the text has, or a large negative number. */
  private static int groups(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return 0;
    }
    int groups = 0;
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && mayEndInIpv4 && IPV4.matches(parts[i])) {
        groups += 2;
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups++;
      } else {
        return -100;
      }
    }
    return groups;
  }
}
