package dev.portcullis.builtins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layout of times in Go's manner, in which the parts of {@code Mon Jan 2 15:04:05 MST 2006} stand
 * for what they are in that time. Layouts are bytes, one character each.
 */
final class GoLayout {
  static final String RFC3339 = "2006-01-02T15:04:05Z07:00";
  static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  /** The layouts that have names in OPA. */
  static final Map<String, String> NAMED =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", RFC3339,
          "RFC3339Nano", RFC3339_NANO);

  /** The parts, longer spellings before their prefixes where both could stand. */
  enum Part {
    LITERAL(""),
    LONG_MONTH("January"),
    MONTH("Jan"),
    LONG_WEEKDAY("Monday"),
    WEEKDAY("Mon"),
    ZONE("MST"),
    ZERO_MONTH("01"),
    ZERO_DAY("02"),
    ZERO_HOUR12("03"),
    ZERO_MINUTE("04"),
    ZERO_SECOND("05"),
    YEAR("06"),
    ZERO_YEARDAY("002"),
    HOUR("15"),
    MONTH_NUMBER("1"),
    LONG_YEAR("2006"),
    DAY("2"),
    UNDER_LONG_YEAR("_2006"),
    UNDER_YEARDAY("__2"),
    UNDER_DAY("_2"),
    HOUR12("3"),
    MINUTE("4"),
    SECOND("5"),
    UPPER_PM("PM"),
    LOWER_PM("pm"),
    OFFSET_SECONDS("-070000"),
    OFFSET_COLON_SECONDS("-07:00:00"),
    OFFSET("-0700"),
    OFFSET_COLON("-07:00"),
    OFFSET_SHORT("-07"),
    ISO_SECONDS("Z070000"),
    ISO_COLON_SECONDS("Z07:00:00"),
    ISO("Z0700"),
    ISO_COLON("Z07:00"),
    ISO_SHORT("Z07"),
    FRACTION(""),
    FRACTION_TRIMMED("");

    private final String spelling;

    Part(String spelling) {
      this.spelling = spelling;
    }

    /** Returns whether the part is an offset that may be written {@code Z}. */
    boolean isIso() {
      return spelling.startsWith("Z");
    }

    /** Returns whether the part is a numeric offset from UTC. */
    boolean isOffset() {
      return isIso() || spelling.startsWith("-");
    }

    /** Returns whether a numeric offset has colons. */
    boolean hasColons() {
      return spelling.indexOf(':') >= 0;
    }

    /** Returns how many of hours, minutes and seconds a numeric offset has. */
    int offsetUnits() {
      long digits = spelling.chars().filter(Character::isDigit).count();
      return (int) (digits / 2);
    }
  }

  /**
   * A part as it stands in a layout.
   *
   * @param part what it is
   * @param text how it is spelled
   */
  record Element(Part part, String text) {}

  private static final Part[] AT_J = {Part.LONG_MONTH, Part.MONTH};
  private static final Part[] AT_M = {Part.LONG_WEEKDAY, Part.WEEKDAY, Part.ZONE};
  private static final Part[] AT_0 = {
    Part.ZERO_MONTH,
    Part.ZERO_DAY,
    Part.ZERO_HOUR12,
    Part.ZERO_MINUTE,
    Part.ZERO_SECOND,
    Part.YEAR,
    Part.ZERO_YEARDAY
  };
  private static final Part[] AT_1 = {Part.HOUR, Part.MONTH_NUMBER};
  private static final Part[] AT_2 = {Part.LONG_YEAR, Part.DAY};
  private static final Part[] AT_UNDERSCORE = {
    Part.UNDER_LONG_YEAR, Part.UNDER_DAY, Part.UNDER_YEARDAY
  };
  private static final Part[] AT_3 = {Part.HOUR12};
  private static final Part[] AT_4 = {Part.MINUTE};
  private static final Part[] AT_5 = {Part.SECOND};
  private static final Part[] AT_UPPER_P = {Part.UPPER_PM};
  private static final Part[] AT_LOWER_P = {Part.LOWER_PM};
  private static final Part[] AT_MINUS = {
    Part.OFFSET_SECONDS,
    Part.OFFSET_COLON_SECONDS,
    Part.OFFSET,
    Part.OFFSET_COLON,
    Part.OFFSET_SHORT
  };
  private static final Part[] AT_Z = {
    Part.ISO_SECONDS, Part.ISO_COLON_SECONDS, Part.ISO, Part.ISO_COLON, Part.ISO_SHORT
  };
  private static final Part[] NOTHING = {};

  private GoLayout() {}

  /** Returns the parts of {@code layout}, in order; literals between them are parts too. */
  static List<Element> parse(String layout) {
    List<Element> elements = new ArrayList<>();
    int literal = 0;
    int at = 0;
    while (at < layout.length()) {
      Element element = elementAt(layout, at);
      if (element == null) {
        at++;
        continue;
      }
      int start = at;
      if (element.part() == Part.LONG_YEAR && element.text().startsWith("_")) {
        start++;
        element = new Element(Part.LONG_YEAR, element.text().substring(1));
      }
      if (start > literal) {
        elements.add(new Element(Part.LITERAL, layout.substring(literal, start)));
      }
      elements.add(element);
      at = start + element.text().length();
      literal = at;
    }
    if (literal < layout.length()) {
      elements.add(new Element(Part.LITERAL, layout.substring(literal)));
    }
    return elements;
  }

  private static @Nullable Element elementAt(String layout, int at) {
    char c = layout.charAt(at);
    if (c == '.' || c == ',') {
      return fractionAt(layout, at);
    }
    for (Part part : candidates(c)) {
      if (layout.startsWith(part.spelling, at) && mayStand(part, layout, at)) {
        return part == Part.UNDER_LONG_YEAR
            ? new Element(Part.LONG_YEAR, part.spelling)
            : new Element(part, part.spelling);
      }
    }
    return null;
  }

  /** Short names are not taken out of longer words, as {@code Mon} out of {@code Month}. */
  private static boolean mayStand(Part part, String layout, int at) {
    if (part != Part.MONTH && part != Part.WEEKDAY) {
      return true;
    }
    int next = at + part.spelling.length();
    return next >= layout.length() || layout.charAt(next) < 'a' || layout.charAt(next) > 'z';
  }

  private static Part[] candidates(char c) {
    return switch (c) {
      case 'J' -> AT_J;
      case 'M' -> AT_M;
      case '0' -> AT_0;
      case '1' -> AT_1;
      case '2' -> AT_2;
      case '_' -> AT_UNDERSCORE;
      case '3' -> AT_3;
      case '4' -> AT_4;
      case '5' -> AT_5;
      case 'P' -> AT_UPPER_P;
      case 'p' -> AT_LOWER_P;
      case '-' -> AT_MINUS;
      case 'Z' -> AT_Z;
      default -> NOTHING;
    };
  }

  /** A point with zeros or nines behind it, if no other digit follows them. */
  private static @Nullable Element fractionAt(String layout, int at) {
    if (at + 1 >= layout.length()) {
      return null;
    }
    char digit = layout.charAt(at + 1);
    if (digit != '0' && digit != '9') {
      return null;
    }
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
      return null;
    }
    return new Element(
        digit == '0' ? Part.FRACTION : Part.FRACTION_TRIMMED, layout.substring(at, end));
  }
}
