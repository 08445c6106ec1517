package dev.portcullis.rego.glob;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads globs. Groups are kept on a stack of its own, and their nesting is bounded. */
final class GlobParser {
  private static final int MAX_DEPTH = 500;

  private static final class Group {
    final List<List<GlobNode>> branches = new ArrayList<>();
    List<GlobNode> sequence = new ArrayList<>();
  }

  private final String source;
  private final Deque<Group> groups = new ArrayDeque<>();
  private int at;

  private GlobParser(String source) {
    this.source = source;
  }

  static List<GlobNode> parse(String glob) throws GlobSyntaxException {
    return new GlobParser(glob).run();
  }

  private List<GlobNode> run() throws GlobSyntaxException {
    groups.push(new Group());
    while (at < source.length()) {
      step();
    }
    // A group that is still open ends with the glob.
    while (groups.size() > 1) {
      closeGroup();
    }
    return groups.getFirst().sequence;
  }

  private void step() throws GlobSyntaxException {
    char c = source.charAt(at);
    boolean inGroup = groups.size() > 1;
    if (c == '{') {
      at++;
      if (groups.size() > MAX_DEPTH) {
        throw new GlobSyntaxException("groups are nested too deeply");
      }
      groups.push(new Group());
    } else if (c == ',' && inGroup) {
      at++;
      Group group = groups.getFirst();
      group.branches.add(group.sequence);
      group.sequence = new ArrayList<>();
    } else if (c == '}' && inGroup) {
      at++;
      closeGroup();
    } else if (c == '[') {
      at++;
      add(range());
    } else if (c == '?') {
      at++;
      add(new GlobNode.One());
    } else if (c == '*') {
      boolean twice = source.startsWith("**", at);
      at += twice ? 2 : 1;
      add(twice ? new GlobNode.Everything() : new GlobNode.Any());
    } else {
      String text = text(inGroup ? "?*[{}," : "?*[{");
      if (!text.isEmpty()) {
        add(new GlobNode.Text(text));
      }
    }
  }

  private void add(GlobNode node) {
    groups.getFirst().sequence.add(node);
  }

  private void closeGroup() {
    Group group = groups.pop();
    group.branches.add(group.sequence);
    add(new GlobNode.Alternatives(group.branches));
  }

  /** Reads up to one of {@code breakers}; a backslash takes the next character as it is. */
  private String text(String breakers) throws GlobSyntaxException {
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (!escaped && c == '\\') {
        escaped = true;
        at++;
        continue;
      }
      if (!escaped && breakers.indexOf(c) >= 0) {
        break;
      }
      escaped = false;
      text.appendCodePoint(next());
    }
    return text.toString();
  }

  /** Returns the code point here, which must be one that Go can read, and goes past it. */
  private int next() throws GlobSyntaxException {
    if (at >= source.length()) {
      throw new GlobSyntaxException("unexpected end of input");
    }
    int c = source.codePointAt(at);
    if (c == 0xFFFD || (c <= 0xFFFF && Character.isSurrogate((char) c))) {
      throw new GlobSyntaxException("could not read rune");
    }
    at += Character.charCount(c);
    return c;
  }

  private GlobNode range() throws GlobSyntaxException {
    boolean negative = at < source.length() && source.charAt(at) == '!';
    if (negative) {
      at++;
    }
    int start = at;
    int low = next();
    if (at < source.length() && source.charAt(at) == '-') {
      at++;
      int high = next();
      if (next() != ']') {
        throw new GlobSyntaxException("expected close range character");
      }
      if (high < low) {
        throw new GlobSyntaxException(
            "hi character '"
                + Character.toString(high)
                + "' should be greater than lo '"
                + Character.toString(low)
                + "'");
      }
      return new GlobNode.Range(low, high, negative);
    }
    at = start;
    String characters = text("]");
    if (next() != ']') {
      throw new GlobSyntaxException("expected close range character");
    }
    if (characters.isEmpty()) {
      throw new GlobSyntaxException("could not parse range");
    }
    return new GlobNode.OneOf(characters, negative);
  }
}
