package dev.portcullis.gatekeeper.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles patterns of schemas and suites. */
public final class SchemaPattern {
  /** Go's limit on how often a part may be repeated, nested repetitions multiplied. */
  private static final int MAX_REPEAT = 1000;

  private SchemaPattern() {}

  /**
   * Compiles a pattern.
   *
   * @throws PatternSyntaxException if it is none, or repeats more than a thousand times
   */
  public static Pattern compile(String pattern) {
    checkRepetition(pattern);
    return Pattern.compile(pattern);
  }

  /**
   * Refuses patterns whose counted repetitions multiply to more than Go allows. The product over
   * the whole pattern is an upper bound of every nested one, so only patterns that are beyond it
   * are looked at by their nesting.
   */
  private static void checkRepetition(String pattern) {
    long[] product = new long[pattern.length() + 2];
    int depth = 0;
    product[0] = 1;
    long last = 1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
        last = 1;
      } else if (c == '(') {
        depth++;
        product[depth] = 1;
      } else if (c == ')' && depth > 0) {
        last = product[depth];
        depth--;
        product[depth] = Math.max(product[depth], last);
      } else if (c == '{') {
        int end = pattern.indexOf('}', i);
        long count = end < 0 ? -1 : count(pattern.substring(i + 1, end));
        if (count >= 0) {
          last = last * Math.max(1, count);
          if (last > MAX_REPEAT) {
            throw new PatternSyntaxException("invalid repeat count", pattern);
          }
          product[depth] = Math.max(product[depth], last);
          i = end;
        }
      } else {
        last = 1;
      }
    }
  }

  /** Returns the larger number of {@code n}, {@code n,} or {@code n,m}, or -1 for other texts. */
  private static long count(String text) {
    if (!text.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
      return -1;
    }
    long largest = 0;
    for (String number : text.split(",")) {
      largest = Math.max(largest, number.isEmpty() ? 0 : Long.parseLong(number));
    }
    return largest;
  }
}
