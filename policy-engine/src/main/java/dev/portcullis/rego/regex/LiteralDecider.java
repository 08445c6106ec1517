package dev.portcullis.rego.regex;

import dev.portcullis.rego.regex.RegexNode.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds patterns that a comparison of strings decides. */
final class LiteralDecider {
  private LiteralDecider() {}

  /**
   * Returns a test equal to a search for {@code root}, or {@code null} if there is none so cheap.
   */
  static @Nullable Predicate<String> of(RegexNode root) {
    List<RegexNode> parts = new ArrayList<>();
    flatten(root, parts);
    boolean begin = !parts.isEmpty() && isPlace(parts.get(0), Place.BEGIN_TEXT);
    if (begin) {
      parts.remove(0);
    }
    boolean end = !parts.isEmpty() && isPlace(parts.get(parts.size() - 1), Place.END_TEXT);
    if (end) {
      parts.remove(parts.size() - 1);
    }
    while (!begin && !parts.isEmpty() && isAnything(parts.get(0))) {
      parts.remove(0);
    }
    while (!end && !parts.isEmpty() && isAnything(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    String literal = literal(parts);
    if (literal != null) {
      return test(literal, begin, end);
    }
    return begin && end && parts.size() == 1 ? oneOf(parts.get(0)) : null;
  }

  private static Predicate<String> test(String literal, boolean begin, boolean end) {
    if (begin) {
      return end ? literal::equals : text -> text.startsWith(literal);
    }
    return end ? text -> text.endsWith(literal) : text -> text.contains(literal);
  }

  private static @Nullable Predicate<String> oneOf(RegexNode node) {
    RegexNode inner = node instanceof RegexNode.Group group ? group.part() : node;
    if (!(inner instanceof RegexNode.Alternatives alternatives)) {
      return null;
    }
    List<String> literals = new ArrayList<>();
    for (RegexNode branch : alternatives.branches()) {
      List<RegexNode> parts = new ArrayList<>();
      flatten(branch, parts);
      String literal = literal(parts);
      if (literal == null) {
        return null;
      }
      literals.add(literal);
    }
    return Set.copyOf(literals)::contains;
  }

  private static void flatten(RegexNode node, List<RegexNode> out) {
    if (node instanceof RegexNode.Sequence sequence) {
      sequence.parts().forEach(part -> flatten(part, out));
    } else if (node instanceof RegexNode.Group group
        && !(group.part() instanceof RegexNode.Alternatives)) {
      flatten(group.part(), out);
    } else {
      out.add(node);
    }
  }

  private static boolean isPlace(RegexNode node, Place place) {
    return node instanceof RegexNode.Assertion assertion && assertion.place() == place;
  }

  /** Returns whether the node may match the empty string and so adds nothing at an open end. */
  private static boolean isAnything(RegexNode node) {
    return node instanceof RegexNode.Repeat repeat
        && repeat.min() == 0
        && repeat.part() instanceof RegexNode.Chars;
  }

  private static @Nullable String literal(List<RegexNode> parts) {
    StringBuilder out = new StringBuilder();
    for (RegexNode part : parts) {
      int c = part instanceof RegexNode.Chars chars ? chars.set().single() : -1;
      // The replacement character also stands for each byte that is not UTF-8.
      if (c < 0 || c == 0xFFFD) {
        return null;
      }
      out.appendCodePoint(c);
    }
    return out.toString();
  }
}
