package dev.portcullis.rego.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern; immutable and safe to share. What {@link #matches} and the finding methods
 * need is made when it is first asked for.
 */
public final class CompiledRegex {
  /** Programs beyond this are left to re2j. */
  private static final long MAX_DFA_PROGRAM = 20_000;

  private final String source;
  private final RegexParser.Parsed parsed;
  private volatile @Nullable Predicate<String> decider;
  private volatile @Nullable Pattern finder;

  private CompiledRegex(String source, RegexParser.Parsed parsed) {
    this.source = source;
    this.parsed = parsed;
  }

  /**
   * Compiles a pattern in Go's syntax.
   *
   * @throws RegexSyntaxException if Go would refuse it
   */
  public static CompiledRegex compile(String pattern) throws RegexSyntaxException {
    return new CompiledRegex(pattern, RegexParser.parse(pattern));
  }

  /** Returns the pattern's source. */
  public String pattern() {
    return source;
  }

  /** Returns whether {@code text} contains a match. */
  public boolean matches(String text) {
    Predicate<String> test = decider;
    if (test == null) {
      test = decide();
      decider = test;
    }
    return test.test(text);
  }

  private Predicate<String> decide() {
    Predicate<String> literal = LiteralDecider.of(parsed.root());
    if (literal != null) {
      return literal;
    }
    if (parsed.size() > MAX_DFA_PROGRAM) {
      return text -> finder().matcher(text).find();
    }
    return new LazyDfa(NfaProgram.of(parsed.root()))::matches;
  }

  private Pattern finder() {
    Pattern known = finder;
    if (known == null) {
      known = Re2jPattern.of(parsed.root());
      finder = known;
    }
    return known;
  }

  /**
   * Where a match and its groups are.
   *
   * @param bounds start and end of the match, then of each group; -1 where a group took no part
   */
  private record Found(int[] bounds) {
    int start() {
      return bounds[0];
    }

    int end() {
      return bounds[1];
    }
  }

  /**
   * Returns the matches that do not overlap, from left to right, at most {@code limit} of them if
   * that is not negative. An empty match right behind another match does not count.
   */
  private List<Found> find(String text, long limit) {
    List<Found> result = new ArrayList<>();
    Matcher matcher = finder().matcher(text);
    int groups = parsed.groupNames().size();
    int previousEnd = -1;
    int position = 0;
    while ((limit < 0 || result.size() < limit)
        && position <= text.length()
        && matcher.find(position)) {
      int[] bounds = new int[2 * groups];
      for (int g = 0; g < groups; g++) {
        bounds[2 * g] = matcher.start(g);
        bounds[2 * g + 1] = matcher.end(g);
      }
      Found found = new Found(bounds);
      boolean counts = true;
      if (found.end() == position) {
        counts = found.start() != previousEnd;
        position += position < text.length() ? Character.charCount(text.codePointAt(position)) : 1;
      } else {
        position = found.end();
      }
      previousEnd = found.end();
      if (counts) {
        result.add(found);
      }
    }
    return result;
  }

  /** Returns the texts of at most {@code limit} matches, or of all if it is negative. */
  public List<String> findAll(String text, long limit) {
    return find(text, limit).stream().map(f -> text.substring(f.start(), f.end())).toList();
  }

  /**
   * Returns for at most {@code limit} matches, or for all if it is negative, the texts of the match
   * and of its groups; those that took no part are empty.
   */
  public List<List<String>> findAllGroups(String text, long limit) {
    List<List<String>> result = new ArrayList<>();
    for (Found found : find(text, limit)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < found.bounds().length; i += 2) {
        texts.add(groupText(text, found, i / 2));
      }
      result.add(texts);
    }
    return result;
  }

  private static String groupText(String text, Found found, int group) {
    int start = found.bounds()[2 * group];
    return start < 0 ? "" : text.substring(start, found.bounds()[2 * group + 1]);
  }

  /** Returns the parts of {@code text} between matches. */
  public List<String> split(String text) {
    if (!source.isEmpty() && text.isEmpty()) {
      return List.of("");
    }
    List<String> parts = new ArrayList<>();
    int begin = 0;
    int end = 0;
    for (Found found : find(text, -1)) {
      end = found.start();
      if (found.end() != 0) {
        parts.add(text.substring(begin, end));
      }
      begin = found.end();
    }
    if (end != text.length()) {
      parts.add(text.substring(begin));
    }
    return parts;
  }

  /**
   * Returns {@code text} with each match replaced by {@code template}, in which {@code $1}, {@code
   * ${1}}, {@code $name} and {@code ${name}} stand for groups and {@code $$} for a dollar sign.
   */
  public String replaceAll(String text, String template) {
    StringBuilder out = new StringBuilder(text.length());
    int last = 0;
    for (Found found : find(text, -1)) {
      out.append(text, last, found.start());
      expand(out, template, text, found);
      last = found.end();
    }
    return out.append(text, last, text.length()).toString();
  }

  private void expand(StringBuilder out, String template, String text, Found found) {
    int at = 0;
    while (at < template.length()) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      out.append(template, at, dollar);
      at = dollar + 1;
      if (at < template.length() && template.charAt(at) == '$') {
        out.append('$');
        at++;
        continue;
      }
      boolean brace = at < template.length() && template.charAt(at) == '{';
      int nameStart = brace ? at + 1 : at;
      int nameEnd = nameEnd(template, nameStart);
      boolean closed = !brace || (nameEnd < template.length() && template.charAt(nameEnd) == '}');
      if (nameEnd == nameStart || !closed) {
        out.append('$');
        continue;
      }
      appendGroup(out, template.substring(nameStart, nameEnd), text, found);
      at = brace ? nameEnd + 1 : nameEnd;
    }
    out.append(template, at, template.length());
  }

  private static int nameEnd(String template, int from) {
    int i = from;
    while (i < template.length()) {
      int c = template.codePointAt(i);
      if (!Character.isLetter(c)
          && Character.getType(c) != Character.DECIMAL_DIGIT_NUMBER
          && c != '_') {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private void appendGroup(StringBuilder out, String name, String text, Found found) {
    List<@Nullable String> names = parsed.groupNames();
    if (name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int group = Integer.parseInt(name);
      if (group < names.size()) {
        out.append(groupText(text, found, group));
      }
      return;
    }
    for (int g = 1; g < names.size(); g++) {
      if (name.equals(names.get(g)) && found.bounds()[2 * g] >= 0) {
        out.append(groupText(text, found, g));
        return;
      }
    }
  }

  /** Returns {@code text} as a pattern that matches just it. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
