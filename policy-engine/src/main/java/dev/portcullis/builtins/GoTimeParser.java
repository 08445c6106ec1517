package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.builtins.GoLayout.Element;
import dev.portcullis.builtins.GoLayout.Part;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Reads times by Go's layouts. */
final class GoTimeParser {
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
  private static final int NOT_SEEN = -1;

  /** What stands in the text does not fit the layout. */
  private static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;

    Mismatch(String range) {
      super(range, null, false, false);
    }
  }

  private final String layout;
  private final String text;
  private String rest;
  private int year;
  private int month = NOT_SEEN;
  private int day = NOT_SEEN;
  private int yearDay = NOT_SEEN;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private int offsetSeconds;
  private boolean am;
  private boolean pm;

  private GoTimeParser(String layout, String text) {
    this.layout = layout;
    this.text = text;
    this.rest = text;
  }

  /** Returns the nanoseconds since 1970 that {@code text} means; both texts are bytes. */
  static BigInteger parse(String layout, String text) {
    return new GoTimeParser(layout, text).run();
  }

  private BigInteger run() {
    List<Element> elements = GoLayout.parse(layout);
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      String before = rest;
      try {
        boolean fractionFollows =
            i + 1 < elements.size()
                && (elements.get(i + 1).part() == Part.FRACTION
                    || elements.get(i + 1).part() == Part.FRACTION_TRIMMED);
        read(element, fractionFollows);
      } catch (Mismatch e) {
        String range = e.getMessage();
        throw range == null || range.isEmpty()
            ? cannotParse(element.part() == Part.LITERAL ? rest : before, element.text())
            : failed(": " + range + " out of range");
      }
    }
    if (!rest.isEmpty()) {
      throw failed(": extra text: " + quote(rest));
    }
    return toNanos();
  }

  private static String quote(String bytes) {
    return GoQuote.quote(ByteText.text(bytes));
  }

  private BuiltinException failed(String message) {
    return BuiltinException.failed("parsing time " + quote(text) + message);
  }

  private BuiltinException cannotParse(String value, String part) {
    return failed(" as " + quote(layout) + ": cannot parse " + quote(value) + " as " + quote(part));
  }

  private static Mismatch mismatch() {
    return new Mismatch("");
  }

  private void read(Element element, boolean fractionFollows) throws Mismatch {
    switch (element.part()) {
      case LITERAL -> literal(element.text());
      case LONG_MONTH -> month = name(MONTHS, false) + 1;
      case MONTH -> month = name(MONTHS, true) + 1;
      case LONG_WEEKDAY -> name(DAYS, false);
      case WEEKDAY -> name(DAYS, true);
      case MONTH_NUMBER, ZERO_MONTH -> {
        month = number(element.part() == Part.ZERO_MONTH);
        check(month >= 1 && month <= 12, "month");
      }
      case DAY, ZERO_DAY, UNDER_DAY -> {
        if (element.part() == Part.UNDER_DAY) {
          skipSpace();
        }
        day = number(element.part() == Part.ZERO_DAY);
      }
      case UNDER_YEARDAY, ZERO_YEARDAY -> readYearDay(element.part() == Part.ZERO_YEARDAY);
      case HOUR -> {
        hour = number(false);
        check(hour < 24, "hour");
      }
      case HOUR12, ZERO_HOUR12 -> {
        hour = number(element.part() == Part.ZERO_HOUR12);
        check(hour <= 12, "hour");
      }
      case MINUTE, ZERO_MINUTE -> {
        minute = number(element.part() == Part.ZERO_MINUTE);
        check(minute < 60, "minute");
      }
      case SECOND, ZERO_SECOND -> readSecond(element.part() == Part.ZERO_SECOND, fractionFollows);
      case YEAR -> {
        String digits = take(2);
        year = integer(digits);
        year += year >= 69 ? 1900 : 2000;
      }
      case LONG_YEAR, UNDER_LONG_YEAR -> {
        if (!isDigit(0)) {
          throw mismatch();
        }
        year = integer(take(4));
      }
      case UPPER_PM -> readHalf("AM", "PM");
      case LOWER_PM -> readHalf("am", "pm");
      case ZONE -> readZone();
      case FRACTION -> {
        if (rest.length() < element.text().length()) {
          throw mismatch();
        }
        readFraction(element.text().length());
      }
      case FRACTION_TRIMMED -> readOptionalFraction();
      default -> readOffset(element.part());
    }
  }

  private static void check(boolean inRange, String what) throws Mismatch {
    if (!inRange) {
      throw new Mismatch(what);
    }
  }

  private boolean isDigit(int at) {
    return at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9';
  }

  private String take(int length) throws Mismatch {
    if (rest.length() < length) {
      throw mismatch();
    }
    String taken = rest.substring(0, length);
    rest = rest.substring(length);
    return taken;
  }

  private static int integer(String digits) throws Mismatch {
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw mismatch();
    }
    return Integer.parseInt(digits);
  }

  /** Reads one or two digits, or just two. */
  private int number(boolean fixed) throws Mismatch {
    if (!isDigit(0) || (fixed && !isDigit(1))) {
      throw mismatch();
    }
    return integer(take(isDigit(1) ? 2 : 1));
  }

  private void skipSpace() {
    if (rest.startsWith(" ")) {
      rest = rest.substring(1);
    }
  }

  /** Any number of spaces stands for any number of them, or for none at the end. */
  private void literal(String expected) throws Mismatch {
    int at = 0;
    while (at < expected.length()) {
      if (expected.charAt(at) == ' ') {
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
          throw mismatch();
        }
        while (at < expected.length() && expected.charAt(at) == ' ') {
          at++;
        }
        rest = rest.replaceFirst("^ +", "");
      } else if (rest.isEmpty() || rest.charAt(0) != expected.charAt(at)) {
        throw mismatch();
      } else {
        rest = rest.substring(1);
        at++;
      }
    }
  }

  private int name(String[] names, boolean abbreviated) throws Mismatch {
    for (int i = 0; i < names.length; i++) {
      String name = abbreviated ? names[i].substring(0, 3) : names[i];
      if (rest.regionMatches(true, 0, name, 0, name.length())) {
        rest = rest.substring(name.length());
        return i;
      }
    }
    throw mismatch();
  }

  private void readYearDay(boolean fixed) throws Mismatch {
    if (!fixed) {
      skipSpace();
      skipSpace();
    }
    int digits = 0;
    while (digits < 3 && isDigit(digits)) {
      digits++;
    }
    if (digits == 0 || (fixed && digits != 3)) {
      throw mismatch();
    }
    yearDay = integer(take(digits));
  }

  private void readSecond(boolean fixed, boolean fractionFollows) throws Mismatch {
    second = number(fixed);
    check(second < 60, "second");
    if (!fractionFollows && startsFraction()) {
      readOptionalFraction();
    }
  }

  private boolean startsFraction() {
    return !rest.isEmpty() && (rest.charAt(0) == '.' || rest.charAt(0) == ',') && isDigit(1);
  }

  private void readOptionalFraction() throws Mismatch {
    if (startsFraction()) {
      int end = 1;
      while (isDigit(end)) {
        end++;
      }
      readFraction(end);
    }
  }

  private void readFraction(int length) throws Mismatch {
    String fraction = take(length);
    if (fraction.charAt(0) != '.' && fraction.charAt(0) != ',') {
      throw mismatch();
    }
    String digits = fraction.substring(1, Math.min(length, 10));
    nanos = integer(digits + "0".repeat(9 - digits.length()));
  }

  private void readHalf(String morning, String evening) throws Mismatch {
    String half = take(2);
    am = half.equals(morning);
    pm = half.equals(evening);
    if (!am && !pm) {
      throw mismatch();
    }
  }

  private void readOffset(Part part) throws Mismatch {
    if (part.isIso() && rest.startsWith("Z")) {
      rest = rest.substring(1);
      return;
    }
    int units = part.offsetUnits();
    String offset = take(1 + 2 * units + (part.hasColons() ? units - 1 : 0));
    int[] numbers = new int[3];
    int at = 1;
    for (int i = 0; i < units; i++) {
      if (i > 0 && part.hasColons() && offset.charAt(at++) != ':') {
        throw mismatch();
      }
      numbers[i] = integer(offset.substring(at, at + 2));
      at += 2;
    }
    check(numbers[0] <= 24, "time zone offset hour");
    check(numbers[1] <= 60, "time zone offset minute");
    check(numbers[2] <= 60, "time zone offset second");
    offsetSeconds = (numbers[0] * 60 + numbers[1]) * 60 + numbers[2];
    if (offset.charAt(0) == '-') {
      offsetSeconds = -offsetSeconds;
    } else if (offset.charAt(0) != '+') {
      throw mismatch();
    }
  }

  /** An abbreviation says nothing about the offset. */
  private void readZone() throws Mismatch {
    if (rest.startsWith("UTC")) {
      rest = rest.substring(3);
      return;
    }
    take(zoneLength());
  }

  private int zoneLength() throws Mismatch {
    if (rest.startsWith("ChST") || rest.startsWith("MeST")) {
      return 4;
    }
    if (rest.startsWith("GMT")) {
      return 3 + signedHours(3);
    }
    if (rest.length() >= 3 && (rest.charAt(0) == '+' || rest.charAt(0) == '-')) {
      int length = signedHours(0);
      if (length == 0) {
        throw mismatch();
      }
      return length;
    }
    int upper = 0;
    while (upper < 6
        && upper < rest.length()
        && rest.charAt(upper) >= 'A'
        && rest.charAt(upper) <= 'Z') {
      upper++;
    }
    boolean valid =
        switch (upper) {
          case 3 -> true;
          case 4 -> rest.charAt(3) == 'T' || rest.startsWith("WITA");
          case 5 -> rest.charAt(4) == 'T';
          default -> false;
        };
    if (!valid) {
      throw mismatch();
    }
    return upper;
  }

  /** Returns the length of a sign with hours up to 23, or 0. */
  private int signedHours(int from) {
    if (from >= rest.length() || (rest.charAt(from) != '+' && rest.charAt(from) != '-')) {
      return 0;
    }
    int end = from + 1;
    int hours = 0;
    while (isDigit(end)) {
      hours = Math.min(24, hours * 10 + rest.charAt(end) - '0');
      end++;
    }
    return end == from + 1 || hours > 23 ? 0 : end - from;
  }

  private BigInteger toNanos() {
    if (pm && hour < 12) {
      hour += 12;
    } else if (am && hour == 12) {
      hour = 0;
    }
    LocalDate date = date();
    long seconds =
        LocalDateTime.of(date, LocalTime.of(hour, minute, second)).toEpochSecond(ZoneOffset.UTC)
            - offsetSeconds;
    return BigInteger.valueOf(seconds).multiply(BILLION).add(BigInteger.valueOf(nanos));
  }

  private LocalDate date() {
    if (yearDay != NOT_SEEN) {
      int days = YearMonth.of(year, 1).isLeapYear() ? 366 : 365;
      if (yearDay < 1 || yearDay > days) {
        throw failed(": day-of-year out of range");
      }
      LocalDate date = LocalDate.ofYearDay(year, yearDay);
      if (month != NOT_SEEN && month != date.getMonthValue()) {
        throw failed(": day-of-year does not match month");
      }
      if (day != NOT_SEEN && day != date.getDayOfMonth()) {
        throw failed(": day-of-year does not match day");
      }
      return date;
    }
    int actualMonth = month == NOT_SEEN ? 1 : month;
    int actualDay = day == NOT_SEEN ? 1 : day;
    if (actualDay < 1 || actualDay > YearMonth.of(year, actualMonth).lengthOfMonth()) {
      throw failed(": day out of range");
    }
    return LocalDate.of(year, actualMonth, actualDay);
  }
}
