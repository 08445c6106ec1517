package dev.portcullis.builtins;

import dev.portcullis.api.value.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version {@code major.minor.patch} with an optional pre-release.
 *
 * @param numbers major, minor and patch
 * @param preRelease the identifiers after {@code -}, or empty
 */
record SemanticVersion(List<Long> numbers, List<String> preRelease)
    implements Comparable<SemanticVersion> {
  private static final int NUMBERS = 3;

  SemanticVersion {
    numbers = List.copyOf(numbers);
    preRelease = List.copyOf(preRelease);
  }

  /** Returns the version that {@code text} spells, or {@code null} if it is none. */
  static @Nullable SemanticVersion parse(String text) {
    String rest = text.startsWith("v") ? text.substring(1) : text;
    int plus = rest.indexOf('+');
    if (plus >= 0) {
      if (!isIdentifiers(rest.substring(plus + 1))) {
        return null;
      }
      rest = rest.substring(0, plus);
    }
    List<String> preRelease = List.of();
    int dash = rest.indexOf('-');
    if (dash >= 0) {
      String suffix = rest.substring(dash + 1);
      if (!isIdentifiers(suffix)) {
        return null;
      }
      preRelease = suffix.isEmpty() ? List.of() : List.of(suffix.split("\\.", -1));
      rest = rest.substring(0, dash);
    }
    String[] parts = rest.split("\\.", -1);
    if (parts.length != NUMBERS) {
      return null;
    }
    Long[] numbers = new Long[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      if (!isDigits(parts[i])) {
        return null;
      }
      try {
        numbers[i] = Long.parseLong(parts[i]);
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return new SemanticVersion(List.of(numbers), preRelease);
  }

  /** An empty suffix counts as none. */
  private static boolean isIdentifiers(String text) {
    if (text.isEmpty()) {
      return true;
    }
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (start) {
          return false;
        }
        start = true;
      } else if ((c >= '0' && c <= '9')
          || (c >= 'A' && c <= 'Z')
          || (c >= 'a' && c <= 'z')
          || c == '-') {
        start = false;
      } else {
        return false;
      }
    }
    return !start;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(SemanticVersion other) {
    for (int i = 0; i < NUMBERS; i++) {
      int c = numbers.get(i).compareTo(other.numbers.get(i));
      if (c != 0) {
        return c;
      }
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    int common = Math.min(preRelease.size(), other.preRelease.size());
    for (int i = 0; i < common; i++) {
      int c = compareIdentifiers(preRelease.get(i), other.preRelease.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  private static int compareIdentifiers(String a, String b) {
    boolean numericA = isDigits(a);
    boolean numericB = isDigits(b);
    if (numericA != numericB) {
      return numericA ? -1 : 1;
    }
    return numericA
        ? Long.compare(clamped(a), clamped(b))
        : Integer.signum(StringValue.of(a).compareTo(StringValue.of(b)));
  }

  /** Numbers beyond 64 bits all count as the largest one, as in OPA. */
  private static long clamped(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
