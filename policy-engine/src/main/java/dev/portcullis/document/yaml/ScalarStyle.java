package dev.portcullis.document.yaml;

import java.util.regex.Pattern;

/**
 * How a text may be written in block context.
 *
 * @param plain without quotes
 * @param single in single quotes
 * @param literal as a literal block
 */
record ScalarStyle(boolean plain, boolean single, boolean literal) {
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?");
  private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

  /** Returns the styles that {@code text} may have. */
  static ScalarStyle of(String text) {
    boolean special = !text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
    boolean spaceBreak = text.contains(" \n");
    boolean edges =
        text.isEmpty()
            || isBlank(text.charAt(0))
            || isBlank(text.charAt(text.length() - 1))
            || text.chars().anyMatch(c -> c == '\n' || c == 0x2028 || c == 0x2029);
    return new ScalarStyle(
        !special && !edges && !hasIndicators(text),
        !special && !spaceBreak,
        !special && !spaceBreak && !text.endsWith(" "));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  private static boolean hasIndicators(String text) {
    if (text.startsWith("---") || text.startsWith("...")) {
      return true;
    }
    char first = text.charAt(0);
    boolean alone = text.length() == 1 || text.charAt(1) == ' ';
    if (FIRST_INDICATORS.indexOf(first) >= 0 || (alone && "?:-".indexOf(first) >= 0)) {
      return true;
    }
    return text.contains(": ") || text.endsWith(":") || text.contains(" #");
  }

  /** Returns whether YAML 1.1 may read the text as a number to base 60 or as a time. */
  static boolean isAmbiguous(String text) {
    return SEXAGESIMAL.matcher(text).matches() || TIMESTAMP.matcher(text).matches();
  }

  /** Returns whether {@code c} need not be escaped. */
  static boolean isPrintable(int c) {
    return (c >= 0x20 && c <= 0x7E)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }
}
