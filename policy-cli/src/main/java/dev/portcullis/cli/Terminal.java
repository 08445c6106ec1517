package dev.portcullis.cli;

/**
 * How text for people is dressed.
 *
 * @param colour whether it may be coloured
 */
record Terminal(boolean colour) {
  private static final char ESCAPE = '\u001b';

  /** Colours and weights. */
  enum Style {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33);

    private final int code;

    Style(int code) {
      this.code = code;
    }
  }

  /** Returns the terminal of this process: without colour unless a person looks at it. */
  static Terminal current() {
    String wish = System.getenv("NO_COLOR");
    return new Terminal(isInteractive() && (wish == null || wish.isEmpty()));
  }

  /** Returns whether input and output are a person's. */
  static boolean isInteractive() {
    return System.console() != null;
  }

  /** Returns {@code text}, made harmless, in {@code style} if there is colour. */
  String styled(Style style, String text) {
    String plain = harmless(text);
    return colour ? ESCAPE + "[" + style.code + "m" + plain + ESCAPE + "[0m" : plain;
  }

  /**
   * Returns {@code text} without control characters except line ends and tabs: what documents and
   * policies say must not drive the terminal.
   */
  static String harmless(String text) {
    if (text.codePoints().noneMatch(Terminal::isHarmful)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmful(c)) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }
}
