package dev.portcullis.builtins.ext.schema;

import java.util.ArrayDeque;

/**
 * Bounds how often a regular expression repeats its parts: counted repetitions within one another
 * multiply, and the compiler would write each out.
 */
final class RepetitionBound {
  private RepetitionBound() {}

  /** Returns whether nested counted repetitions of {@code regex} multiply to more than a limit. */
  static boolean exceeds(String regex, int limit) {
    ArrayDeque<Long> open = new ArrayDeque<>();
    long inGroup = 1;
    long last = 1;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> {
          i++;
          last = 1;
        }
        case '[' -> {
          i = endOfClass(regex, i);
          last = 1;
        }
        case '(' -> {
          open.push(inGroup);
          inGroup = 1;
        }
        case ')' -> {
          last = inGroup;
          inGroup = Math.max(last, open.isEmpty() ? 1 : open.pop());
        }
        case '{' -> {
          long count = count(regex, i);
          last *= count;
          if (last > limit) {
            return true;
          }
          inGroup = Math.max(inGroup, last);
        }
        default -> last = regex.charAt(i) == '}' ? last : 1;
      }
    }
    return false;
  }

  private static int endOfClass(String regex, int from) {
    int at = from + 1;
    if (at < regex.length() && regex.charAt(at) == '^') {
      at++;
    }
    for (at++; at < regex.length() && regex.charAt(at) != ']'; at++) {
      if (regex.charAt(at) == '\\') {
        at++;
      }
    }
    return at;
  }

  /** Returns the largest number between the braces at {@code from}, 1 if there is none. */
  private static long count(String regex, int from) {
    long largest = 1;
    long number = 0;
    for (int i = from + 1; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.min(number * 10 + c - '0', Integer.MAX_VALUE);
      } else if (c == ',' || c == '}') {
        largest = Math.max(largest, number);
        number = 0;
        if (c == '}') {
          return largest;
        }
      } else {
        return 1;
      }
    }
    return 1;
  }
}
