package dev.portcullis.document.json;

/** Makes the escapes of a JSON text well-formed: {@code \ud800} alone becomes {@code \ufffd}. */
final class SurrogateEscapes {
  private static final int ESCAPE = 6;

  private SurrogateEscapes() {}

  /** Returns {@code text} with the escapes of lone surrogates replaced, each by as many bytes. */
  static byte[] repaired(byte[] text) {
    byte[] result = text;
    int i = 0;
    while (i < text.length - 1) {
      if (text[i] != '\\') {
        i++;
      } else if (!isSurrogate(text, i, '8', 'f')) {
        i += 2;
      } else if (isSurrogate(text, i, '8', 'b') && isSurrogate(text, i + ESCAPE, 'c', 'f')) {
        i += 2 * ESCAPE;
      } else {
        result = result == text ? text.clone() : result;
        for (int k = 2; k < ESCAPE; k++) {
          result[i + k] = (byte) (k == ESCAPE - 1 ? 'd' : 'f');
        }
        i += ESCAPE;
      }
    }
    return result;
  }

  /** Returns whether an escape at {@code i} begins with {@code d} and a digit of a range. */
  private static boolean isSurrogate(byte[] text, int i, char from, char to) {
    if (i + ESCAPE > text.length || text[i] != '\\' || text[i + 1] != 'u') {
      return false;
    }
    int second = lower(text[i + 3]);
    return lower(text[i + 2]) == 'd'
        && second >= from
        && second <= to
        && Character.digit(second, 16) >= 0
        && Character.digit(text[i + 4], 16) >= 0
        && Character.digit(text[i + 5], 16) >= 0;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  }
}
