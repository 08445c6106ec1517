package dev.portcullis.rego.regex;

import dev.portcullis.rego.regex.RegexNode.Place;
import dev.portcullis.rego.regex.RegexSyntaxException.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a pattern that are more than one character. */
final class RegexScanner {
  /** A count of more digits counts as too large, as in Go. */
  private static final int MAX_COUNT_DIGITS = 7;

  private static final int NO_COUNT = -2;

  private final String source;
  private int at;

  RegexScanner(String source) {
    this.source = source;
  }

  /**
   * What follows {@code (?}: a named group, or flags with or without a group.
   *
   * @param name the name of the group, or null
   * @param set the flags that are set
   * @param cleared the flags that are cleared
   * @param opens whether a group begins
   */
  record GroupStart(@Nullable String name, String set, String cleared, boolean opens) {}

  /**
   * The counts of {@code {min,max}}.
   *
   * @param min the minimum
   * @param max the maximum, or {@link RegexNode#UNBOUNDED}
   */
  record Counts(int min, int max) {}

  boolean atEnd() {
    return at == source.length();
  }

  int position() {
    return at;
  }

  char current() {
    return source.charAt(at);
  }

  void skip(int chars) {
    at += chars;
  }

  boolean startsWith(String prefix) {
    return source.startsWith(prefix, at);
  }

  /** Returns the source from {@code start} to here. */
  String since(int start) {
    return source.substring(start, at);
  }

  /** Returns the code point here and goes past it. */
  int next() {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** Refuses text that is not UTF-8. */
  void checkText() throws RegexSyntaxException {
    for (int i = 0; i < source.length(); i++) {
      int c = source.codePointAt(i);
      if (c > 0xFFFF) {
        i++;
      } else if (Character.isSurrogate((char) c)) {
        throw new RegexSyntaxException(Problem.INVALID_UTF8, source);
      }
    }
  }

  /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}; returns null, unmoved, at anything else. */
  @Nullable Counts readCounts() {
    int start = at;
    at++;
    int min = readCount();
    if (min >= 0 && !atEnd()) {
      int max = min;
      if (current() == ',') {
        at++;
        max = !atEnd() && current() == '}' ? RegexNode.UNBOUNDED : readCount();
        if (max == NO_COUNT) {
          at = start;
          return null;
        }
      }
      if (!atEnd() && current() == '}') {
        at++;
        return new Counts(min, max);
      }
    }
    at = start;
    return null;
  }

  private int readCount() {
    int start = at;
    while (!atEnd() && current() >= '0' && current() <= '9') {
      at++;
    }
    int digits = at - start;
    if (digits == 0 || (digits > 1 && source.charAt(start) == '0')) {
      return NO_COUNT;
    }
    return digits > MAX_COUNT_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(source, start, at, 10);
  }

  /** Reads {@code (?…} up to and with the {@code :}, {@code )} or {@code >}. */
  GroupStart readGroupStart() throws RegexSyntaxException {
    int start = at;
    int rest = source.length() - at;
    boolean named = rest > 4 && startsWith("(?P<");
    if (named || (rest > 3 && startsWith("(?<"))) {
      return readName(start, named ? 4 : 3);
    }
    at += 2;
    StringBuilder set = new StringBuilder();
    StringBuilder cleared = new StringBuilder();
    boolean negative = false;
    while (!atEnd()) {
      int c = next();
      if (c == 'i' || c == 'm' || c == 's' || c == 'U') {
        (negative ? cleared : set).appendCodePoint(c);
      } else if (c == '-' && !negative) {
        negative = true;
      } else if ((c == ':' || c == ')') && !(negative && cleared.isEmpty())) {
        return new GroupStart(null, set.toString(), cleared.toString(), c == ':');
      } else {
        break;
      }
    }
    throw new RegexSyntaxException(Problem.INVALID_PERL_SYNTAX, since(start));
  }

  private GroupStart readName(int start, int prefix) throws RegexSyntaxException {
    int end = source.indexOf('>', at);
    if (end < 0) {
      throw new RegexSyntaxException(Problem.INVALID_NAMED_CAPTURE, source.substring(start));
    }
    String name = source.substring(start + prefix, end);
    at = end + 1;
    if (name.isEmpty() || !name.chars().allMatch(c -> CodePoints.WORD.contains(c))) {
      throw new RegexSyntaxException(Problem.INVALID_NAMED_CAPTURE, since(start));
    }
    return new GroupStart(name, "", "", true);
  }

  /** Reads an escape that stands for a place, or returns null. */
  @Nullable Place readPlace() {
    if (at + 1 >= source.length()) {
      return null;
    }
    Place place =
        switch (source.charAt(at + 1)) {
          case 'A' -> Place.BEGIN_TEXT;
          case 'z' -> Place.END_TEXT;
          case 'b' -> Place.WORD_BOUNDARY;
          case 'B' -> Place.NO_WORD_BOUNDARY;
          default -> null;
        };
    if (place != null) {
      at += 2;
    }
    return place;
  }

  /** Reads {@code \Q…\E}, where the end may be missing. */
  String readQuoted() {
    int start = at + 2;
    int end = source.indexOf("\\E", start);
    at = end < 0 ? source.length() : end + 2;
    return source.substring(start, end < 0 ? source.length() : end);
  }

  /** Reads {@code \d}, {@code \p{Greek}} and the like, or returns null. */
  @Nullable CodePoints readEscapedClass(boolean fold) throws RegexSyntaxException {
    if (at + 1 >= source.length() || current() != '\\') {
      return null;
    }
    char letter = source.charAt(at + 1);
    if (letter == 'p' || letter == 'P') {
      return readUnicodeClass(letter == 'P', fold);
    }
    CodePoints set =
        switch (letter) {
          case 'd', 'D' -> CodePoints.DIGIT;
          case 's', 'S' -> CodePoints.SPACE;
          case 'w', 'W' -> CodePoints.WORD;
          default -> null;
        };
    if (set == null) {
      return null;
    }
    at += 2;
    CodePoints folded = fold ? CaseFolding.of(set) : set;
    return Character.isUpperCase(letter) ? folded.negated() : folded;
  }

  private CodePoints readUnicodeClass(boolean negative, boolean fold) throws RegexSyntaxException {
    int start = at;
    at += 2;
    String name = "";
    if (!atEnd()) {
      int nameStart = at;
      if (next() == '{') {
        int end = source.indexOf('}', at);
        if (end < 0) {
          throw new RegexSyntaxException(Problem.INVALID_CLASS_RANGE, source.substring(start));
        }
        name = source.substring(at, end);
        at = end + 1;
      } else {
        name = since(nameStart);
      }
    }
    boolean inverted = name.startsWith("^");
    CodePoints set = UnicodeClasses.unicode(inverted ? name.substring(1) : name);
    if (set == null) {
      throw new RegexSyntaxException(Problem.INVALID_CLASS_RANGE, since(start));
    }
    CodePoints folded = fold ? CaseFolding.of(set) : set;
    return negative != inverted ? folded.negated() : folded;
  }

  /** Reads {@code […]}. */
  CodePoints readClass(boolean fold) throws RegexSyntaxException {
    int start = at;
    at++;
    boolean negative = !atEnd() && current() == '^';
    if (negative) {
      at++;
    }
    CodePoints.Builder set = CodePoints.builder();
    boolean first = true;
    while (atEnd() || current() != ']' || first) {
      first = false;
      CodePoints named = readNamedClass(fold);
      if (named == null && !atEnd()) {
        named = readEscapedClass(fold);
      }
      if (named != null) {
        set.add(named);
        continue;
      }
      int rangeStart = at;
      int low = readClassChar(start);
      int high = low;
      if (at + 1 < source.length() && current() == '-' && source.charAt(at + 1) != ']') {
        at++;
        high = readClassChar(start);
        if (high < low) {
          throw new RegexSyntaxException(Problem.INVALID_CLASS_RANGE, since(rangeStart));
        }
      }
      CodePoints range = CodePoints.range(low, high);
      set.add(fold ? CaseFolding.of(range) : range);
    }
    at++;
    CodePoints built = set.build();
    return negative ? built.negated() : built;
  }

  private @Nullable CodePoints readNamedClass(boolean fold) throws RegexSyntaxException {
    if (!startsWith("[:") || at + 2 >= source.length()) {
      return null;
    }
    int end = source.indexOf(":]", at);
    if (end < 0) {
      return null;
    }
    int start = at;
    boolean negative = source.charAt(at + 2) == '^';
    String name = source.substring(Math.min(end, at + (negative ? 3 : 2)), end);
    at = end + 2;
    CodePoints set = UnicodeClasses.posix(name);
    if (set == null) {
      throw new RegexSyntaxException(Problem.INVALID_CLASS_RANGE, since(start));
    }
    CodePoints folded = fold ? CaseFolding.of(set) : set;
    return negative ? folded.negated() : folded;
  }

  private int readClassChar(int classStart) throws RegexSyntaxException {
    if (atEnd()) {
      throw new RegexSyntaxException(Problem.MISSING_BRACKET, source.substring(classStart));
    }
    return current() == '\\' ? readEscape() : next();
  }

  /** Reads an escape that stands for one character. */
  int readEscape() throws RegexSyntaxException {
    int start = at;
    at++;
    if (atEnd()) {
      throw new RegexSyntaxException(Problem.TRAILING_BACKSLASH, "");
    }
    int c = next();
    int value =
        switch (c) {
          case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(c);
          case 'x' -> readHex();
          case 'a' -> 7;
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'v' -> 11;
          default -> c < 0x80 && !Character.isLetterOrDigit(c) ? c : -1;
        };
    if (value < 0) {
      throw new RegexSyntaxException(Problem.INVALID_ESCAPE, since(start));
    }
    return value;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  /** A single digit other than zero would be a backreference, which there are none of. */
  private int readOctal(int first) {
    if (first != '0' && (atEnd() || !isOctal(current()))) {
      return -1;
    }
    int value = first - '0';
    for (int i = 1; i < 3 && !atEnd() && isOctal(current()); i++) {
      value = value * 8 + current() - '0';
      at++;
    }
    return value;
  }

  private int readHex() {
    if (atEnd()) {
      return -1;
    }
    int c = next();
    if (c == '{') {
      int value = 0;
      int digits = 0;
      while (!atEnd()) {
        int d = next();
        if (d == '}') {
          return digits == 0 ? -1 : value;
        }
        value = value * 16 + Character.digit(d, 16);
        if (hexDigit(d) < 0 || value > CodePoints.MAX) {
          return -1;
        }
        digits++;
      }
      return -1;
    }
    int high = hexDigit(c);
    if (atEnd()) {
      return -1;
    }
    int low = hexDigit(next());
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int hexDigit(int c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
