package dev.portcullis.document.yaml;

/** The order in which Go's YAML library writes keys: numbers within them count as numbers. */
final class NaturalOrder {
  private NaturalOrder() {}

  static int compare(String a, String b) {
    int[] x = a.codePoints().toArray();
    int[] y = b.codePoints().toArray();
    int common = Math.min(x.length, y.length);
    for (int i = 0; i < common; i++) {
      if (x[i] != y[i]) {
        return compareFrom(x, y, i);
      }
    }
    return Integer.compare(x.length, y.length);
  }

  private static int compareFrom(int[] x, int[] y, int at) {
    boolean letterX = Character.isLetter(x[at]);
    boolean letterY = Character.isLetter(y[at]);
    if (letterX || letterY) {
      return letterX && letterY ? Integer.compare(x[at], y[at]) : letterY ? -1 : 1;
    }
    long start = 0;
    if (x[at] == '0' || y[at] == '0') {
      for (int j = at - 1; j >= 0 && Character.isDigit(x[j]); j--) {
        if (x[j] != '0') {
          start = 1;
          break;
        }
      }
    }
    int endX = digitsEnd(x, at);
    int endY = digitsEnd(y, at);
    int byNumber = Long.compare(number(x, at, endX, start), number(y, at, endY, start));
    if (byNumber != 0) {
      return byNumber;
    }
    return endX != endY ? Integer.compare(endX, endY) : Integer.compare(x[at], y[at]);
  }

  private static int digitsEnd(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int from, int to, long start) {
    long number = start;
    for (int i = from; i < to; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
