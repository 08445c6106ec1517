package dev.portcullis.rego.regex;

import com.google.re2j.Pattern;

/**
 * Writes a parsed pattern for re2j. Names, flags and named classes are gone by then, so that the
 * two libraries' different ideas of them do not matter.
 */
final class Re2jPattern {
  private final StringBuilder out = new StringBuilder();

  private Re2jPattern() {}

  static Pattern of(RegexNode root) {
    Re2jPattern writer = new Re2jPattern();
    writer.write(root);
    return Pattern.compile(writer.out.toString());
  }

  private void write(RegexNode node) {
    if (node instanceof RegexNode.Chars chars) {
      write(chars.set());
    } else if (node instanceof RegexNode.Assertion assertion) {
      out.append(
          switch (assertion.place()) {
            case BEGIN_TEXT -> "\\A";
            case END_TEXT -> "\\z";
            case BEGIN_LINE -> "(?m:^)";
            case END_LINE -> "(?m:$)";
            case WORD_BOUNDARY -> "\\b";
            case NO_WORD_BOUNDARY -> "\\B";
          });
    } else if (node instanceof RegexNode.Sequence sequence) {
      out.append("(?:");
      sequence.parts().forEach(this::write);
      out.append(')');
    } else if (node instanceof RegexNode.Alternatives alternatives) {
      String separator = "(?:";
      for (RegexNode branch : alternatives.branches()) {
        out.append(separator);
        write(branch);
        separator = "|";
      }
      out.append(')');
    } else if (node instanceof RegexNode.Group group) {
      out.append('(');
      write(group.part());
      out.append(')');
    } else {
      write((RegexNode.Repeat) node);
    }
  }

  private void write(RegexNode.Repeat repeat) {
    out.append("(?:");
    write(repeat.part());
    out.append(')');
    if (repeat.max() == RegexNode.UNBOUNDED && repeat.min() <= 1) {
      out.append(repeat.min() == 0 ? '*' : '+');
    } else if (repeat.min() == 0 && repeat.max() == 1) {
      out.append('?');
    } else {
      out.append('{').append(repeat.min()).append(',');
      if (repeat.max() != RegexNode.UNBOUNDED) {
        out.append(repeat.max());
      }
      out.append('}');
    }
    if (!repeat.greedy()) {
      out.append('?');
    }
  }

  private void write(CodePoints set) {
    if (set.isEmpty()) {
      out.append("[^\\x{0}-\\x{10FFFF}]");
      return;
    }
    out.append('[');
    for (int i = 0; i < set.ranges(); i++) {
      write(set.low(i));
      if (set.high(i) > set.low(i)) {
        out.append('-');
        write(set.high(i));
      }
    }
    out.append(']');
  }

  private void write(int c) {
    out.append("\\x{").append(Integer.toHexString(c)).append('}');
  }
}
