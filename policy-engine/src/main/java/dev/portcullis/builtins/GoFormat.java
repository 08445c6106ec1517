package dev.portcullis.builtins;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats values after a format string, as Go's {@code fmt.Sprintf} does: flags, width and
 * precision (also taken from arguments), argument indexes, and the notes that Go leaves where a
 * verb does not fit its argument or arguments are missing or left over.
 */
final class GoFormat {
  /** The largest width, precision and argument index. */
  private static final int LARGEST = 1_000_000;

  private final String format;
  private final List<GoArgument> arguments;
  private final StringBuilder out;
  private final GoVerb verb;

  private int at;
  private int argument;
  private boolean afterIndex;
  private boolean reordered;
  private boolean goodIndex;

  private GoFormat(String format, List<GoArgument> arguments) {
    this.format = format;
    this.arguments = arguments;
    out = new StringBuilder(format.length() + 16 * arguments.size());
    verb = new GoVerb(out);
  }

  /** Returns {@code format} with its verbs replaced by {@code arguments}. */
  static String format(String format, List<GoArgument> arguments) {
    return new GoFormat(format, arguments).run();
  }

  /** Returns {@code arguments} as {@code fmt.Sprint} writes them, or {@code fmt.Sprintln}. */
  static String print(List<GoArgument> arguments, boolean line) {
    StringBuilder out = new StringBuilder();
    GoVerb verb = new GoVerb(out);
    boolean afterText = true;
    for (int i = 0; i < arguments.size(); i++) {
      boolean text = arguments.get(i) instanceof GoArgument.Text;
      if (i > 0 && (line || !(text || afterText))) {
        out.append(' ');
      }
      verb.print(arguments.get(i), 'v');
      afterText = text;
    }
    return line ? out.append('\n').toString() : out.toString();
  }

  /** Returns what Go would be given for {@code value}. */
  static GoArgument argument(Value value) {
    if (value instanceof NumberValue number) {
      return number(number);
    }
    return value instanceof StringValue string
        ? GoArgument.text(string.value())
        : GoArgument.text(value.toString());
  }

  private static GoArgument number(NumberValue number) {
    if (Operands.isPlainLong(number)) {
      return new GoArgument.Whole(number.longValue(), "int64");
    }
    String text = number.text();
    if (text.indexOf('.') >= 0) {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? GoArgument.text(text) : new GoArgument.Fraction(value);
    }
    boolean plain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
    return plain ? new GoArgument.Big(text) : GoArgument.text(text);
  }

  private String run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      if (!directive()) {
        break;
      }
    }
    if (!reordered && argument < arguments.size()) {
      leftOver();
    }
    return out.toString();
  }

  /** Writes what one {@code %…} stands for; returns false at the end of the format. */
  private boolean directive() {
    goodIndex = true;
    verb.clear();
    flags();
    afterIndex = false;
    index();
    width();
    precision();
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return false;
    }
    int letter = format.codePointAt(at);
    at += Character.charCount(letter);
    print(Text.rune(letter));
    return true;
  }

  private void print(int letter) {
    if (letter == '%') {
      out.append('%');
    } else if (!goodIndex) {
      note(letter, "(BADINDEX)");
    } else if (argument >= arguments.size()) {
      note(letter, "(MISSING)");
    } else {
      if (letter == 'v' || letter == 'w') {
        verb.useValueFlags();
      }
      verb.print(arguments.get(argument), letter);
      argument++;
    }
  }

  private void note(int letter, String text) {
    out.append("%!").appendCodePoint(letter).append(text);
  }

  private void flags() {
    while (at < format.length() && verb.flag(format.charAt(at))) {
      at++;
    }
  }

  private void width() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer width = fromArgument();
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else {
        verb.width(width);
      }
      afterIndex = false;
      return;
    }
    int width = number();
    if (width >= 0) {
      verb.width(width);
      goodIndex &= !afterIndex;
    }
  }

  private void precision() {
    if (at + 1 >= format.length() || format.charAt(at) != '.') {
      return;
    }
    at++;
    goodIndex &= !afterIndex;
    index();
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer precision = fromArgument();
      if (precision == null || precision < 0) {
        out.append("%!(BADPREC)");
      } else {
        verb.precision(precision);
      }
      afterIndex = false;
    } else {
      verb.precision(Math.max(number(), 0));
    }
  }

  /** Reads digits; returns -1 if there are none, or too many, which ends the format. */
  private int number() {
    int start = at;
    int value = 0;
    while (at < format.length() && isDigit(format.charAt(at))) {
      if (value > LARGEST) {
        at = format.length();
        return -1;
      }
      value = value * 10 + format.charAt(at) - '0';
      at++;
    }
    return at == start ? -1 : value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Takes a width or a precision from the arguments; null if it is no suitable integer. */
  private @Nullable Integer fromArgument() {
    if (argument >= arguments.size()) {
      return null;
    }
    GoArgument taken = arguments.get(argument++);
    return taken instanceof GoArgument.Whole whole
            && whole.value() >= -LARGEST
            && whole.value() <= LARGEST
        ? (Integer) (int) whole.value()
        : null;
  }

  /** Reads an argument index such as {@code [2]}, if there is one. */
  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int open = at;
    int close = format.length() - open < 3 ? -1 : format.indexOf(']', open);
    if (close < 0) {
      goodIndex = false;
      at = open + 1;
      return;
    }
    int index = indexBetween(open + 1, close);
    at = close + 1;
    afterIndex = index >= 0;
    if (index >= 1 && index <= arguments.size()) {
      argument = index - 1;
    } else {
      goodIndex = false;
    }
  }

  private int indexBetween(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(format.charAt(i)) || value > LARGEST) {
        return -1;
      }
      value = value * 10 + format.charAt(i) - '0';
    }
    return from == to ? -1 : value;
  }

  private void leftOver() {
    verb.clear();
    out.append("%!(EXTRA ");
    for (int i = argument; i < arguments.size(); i++) {
      if (i > argument) {
        out.append(", ");
      }
      out.append(arguments.get(i).typeName()).append('=');
      verb.print(arguments.get(i), 'v');
    }
    out.append(')');
  }
}
