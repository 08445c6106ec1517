package dev.portcullis.builtins;

import dev.portcullis.builtins.GoLayout.Element;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes times by Go's layouts. */
final class GoTimeFormat {
  private final ZonedDateTime time;
  private final StringBuilder out = new StringBuilder();

  private GoTimeFormat(ZonedDateTime time) {
    this.time = time;
  }

  /** Returns {@code time} in {@code layout}, both texts as bytes. */
  static String format(ZonedDateTime time, String layout) {
    GoTimeFormat writer = new GoTimeFormat(time);
    GoLayout.parse(layout).forEach(writer::append);
    return writer.out.toString();
  }

  private void append(Element element) {
    switch (element.part()) {
      case LITERAL -> out.append(element.text());
      case LONG_MONTH -> out.append(month(TextStyle.FULL));
      case MONTH -> out.append(month(TextStyle.SHORT));
      case LONG_WEEKDAY ->
          out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case WEEKDAY ->
          out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), 0, 3);
      case ZONE -> out.append(GoZones.abbreviation(time));
      case ZERO_MONTH -> padded(time.getMonthValue(), 2, '0');
      case MONTH_NUMBER -> out.append(time.getMonthValue());
      case ZERO_DAY -> padded(time.getDayOfMonth(), 2, '0');
      case UNDER_DAY -> padded(time.getDayOfMonth(), 2, ' ');
      case DAY -> out.append(time.getDayOfMonth());
      case ZERO_YEARDAY -> padded(time.getDayOfYear(), 3, '0');
      case UNDER_YEARDAY -> padded(time.getDayOfYear(), 3, ' ');
      case HOUR -> padded(time.getHour(), 2, '0');
      case ZERO_HOUR12 -> padded(hour12(), 2, '0');
      case HOUR12 -> out.append(hour12());
      case ZERO_MINUTE -> padded(time.getMinute(), 2, '0');
      case MINUTE -> out.append(time.getMinute());
      case ZERO_SECOND -> padded(time.getSecond(), 2, '0');
      case SECOND -> out.append(time.getSecond());
      case YEAR -> padded(Math.floorMod(time.getYear(), 100), 2, '0');
      case LONG_YEAR, UNDER_LONG_YEAR -> padded(time.getYear(), 4, '0');
      case UPPER_PM -> out.append(time.getHour() >= 12 ? "PM" : "AM");
      case LOWER_PM -> out.append(time.getHour() >= 12 ? "pm" : "am");
      case FRACTION -> fraction(element.text(), false);
      case FRACTION_TRIMMED -> fraction(element.text(), true);
      default -> offset(element.part());
    }
  }

  private String month(TextStyle style) {
    String name = time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return style == TextStyle.FULL ? name : name.substring(0, 3);
  }

  private int hour12() {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  private void padded(int number, int width, char pad) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append(pad);
    }
    out.append(digits);
  }

  private void fraction(String text, boolean trimmed) {
    String nanos = String.format("%09d", time.getNano());
    int digits = text.length() - 1;
    String shown = nanos.substring(0, Math.min(digits, nanos.length()));
    if (trimmed) {
      int end = shown.length();
      while (end > 0 && shown.charAt(end - 1) == '0') {
        end--;
      }
      shown = shown.substring(0, end);
      if (end == 0) {
        return;
      }
    }
    out.append(text.charAt(0)).append(shown);
  }

  private void offset(GoLayout.Part part) {
    int seconds = time.getOffset().getTotalSeconds();
    if (part.isIso() && seconds == 0) {
      out.append('Z');
      return;
    }
    out.append(seconds < 0 ? '-' : '+');
    int absolute = Math.abs(seconds);
    int[] units = {absolute / 3600, absolute / 60 % 60, absolute % 60};
    for (int i = 0; i < part.offsetUnits(); i++) {
      if (i > 0 && part.hasColons()) {
        out.append(':');
      }
      padded(units[i], 2, '0');
    }
  }
}
