package dev.portcullis.rego.glob;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.portcullis.cache.FrontTable;
import java.util.List;
import java.util.function.Predicate;

/** A compiled glob; immutable and safe to share. */
public final class CompiledGlob {
  private static final long MAX_CACHED_SOURCE = 1_000_000;
  private static final int ENTRY_OVERHEAD = 256;

  private static final Cache<Key, CompiledGlob> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CACHED_SOURCE)
          .weigher((Key key, CompiledGlob glob) -> key.glob().length() + ENTRY_OVERHEAD)
          .recordStats()
          .build();

  private static final FrontTable<CompiledGlob> RECENT = new FrontTable<>();

  private final String source;
  private final Predicate<String> decider;

  private record Key(String glob, String delimiters) {}

  private CompiledGlob(String source, Predicate<String> decider) {
    this.source = source;
    this.decider = decider;
  }

  /**
   * Returns the compiled form of {@code glob}, from a cache if it is there.
   *
   * @param delimiters the characters that {@code *} and {@code ?} do not take
   * @throws GlobSyntaxException if it cannot be read
   */
  public static CompiledGlob compile(String glob, String delimiters) throws GlobSyntaxException {
    CompiledGlob recent = RECENT.find(glob, delimiters);
    if (recent != null) {
      return recent;
    }
    Key key = new Key(glob, delimiters);
    CompiledGlob known = CACHE.getIfPresent(key);
    if (known == null) {
      known = new CompiledGlob(glob, decider(GlobParser.parse(glob), delimiters));
      CACHE.put(key, known);
    }
    RECENT.put(glob, delimiters, known);
    return known;
  }

  /** Returns how the cache fares. */
  public static CacheStats statistics() {
    return CACHE.stats();
  }

  /** Returns how many globs the cache holds, roughly. */
  public static long cached() {
    return CACHE.estimatedSize();
  }

  /** Returns the glob's source. */
  public String pattern() {
    return source;
  }

  /** Returns whether the whole of {@code text} matches. */
  public boolean matches(String text) {
    return decider.test(text);
  }

  private static Predicate<String> decider(List<GlobNode> glob, String delimiters) {
    int size = glob.size();
    if (size == 0) {
      return String::isEmpty;
    }
    GlobNode first = glob.get(0);
    GlobNode last = glob.get(size - 1);
    if (size == 1) {
      if (first instanceof GlobNode.Text text) {
        return text.text()::equals;
      }
      if (takesAnything(first, delimiters)) {
        return text -> true;
      }
      if (first instanceof GlobNode.Alternatives alternatives) {
        return anyOf(alternatives.branches().stream().map(b -> decider(b, delimiters)).toList());
      }
      return single(glob, delimiters);
    } else if (isRunOfUnknowns(glob, delimiters)) {
      return unknowns(glob, delimiters);
    } else if (size == 2) {
      if (first instanceof GlobNode.Text prefix && isStar(last)) {
        return prefixed(prefix.text(), last, delimiters);
      }
      if (isStar(first) && last instanceof GlobNode.Text suffix) {
        return suffixed(suffix.text(), first, delimiters);
      }
    } else if (size == 3) {
      GlobNode middle = glob.get(1);
      if (takesAnything(first, delimiters)
          && middle instanceof GlobNode.Text text
          && takesAnything(last, delimiters)) {
        return t -> t.contains(text.text());
      }
      if (first instanceof GlobNode.Text prefix
          && isStar(middle)
          && last instanceof GlobNode.Text suffix) {
        return enclosed(prefix.text(), middle, suffix.text(), delimiters);
      }
    }
    return new GlobAutomaton(glob, delimiters)::matches;
  }

  private static Predicate<String> anyOf(List<Predicate<String>> branches) {
    return text -> {
      for (Predicate<String> branch : branches) {
        if (branch.test(text)) {
          return true;
        }
      }
      return false;
    };
  }

  /**
   * OPA's library reads the empty text as one replacement character where the glob is nothing but
   * one character's test. So it is here.
   */
  private static Predicate<String> single(List<GlobNode> glob, String delimiters) {
    Predicate<String> automaton = new GlobAutomaton(glob, delimiters)::matches;
    boolean takesEmpty = automaton.test("\uFFFD");
    return text -> text.isEmpty() ? takesEmpty : automaton.test(text);
  }

  private static boolean isRunOfUnknowns(List<GlobNode> glob, String delimiters) {
    return delimiters.codePointCount(0, delimiters.length()) > 1
        && glob.stream().allMatch(n -> n instanceof GlobNode.Any || n instanceof GlobNode.One)
        && glob.stream().anyMatch(n -> n instanceof GlobNode.One);
  }

  /**
   * Of a glob of nothing but {@code *} and {@code ?}, OPA's library asks only for the length and
   * that the delimiters do not follow each other in the text. So it is here.
   */
  private static Predicate<String> unknowns(List<GlobNode> glob, String delimiters) {
    long least = glob.stream().filter(n -> n instanceof GlobNode.One).count();
    boolean open = least < glob.size();
    return text -> {
      int length = text.codePointCount(0, text.length());
      return length >= least && (open || length == least) && !text.contains(delimiters);
    };
  }

  private static boolean isStar(GlobNode node) {
    return node instanceof GlobNode.Any || node instanceof GlobNode.Everything;
  }

  private static boolean takesAnything(GlobNode node, String delimiters) {
    return node instanceof GlobNode.Everything
        || (node instanceof GlobNode.Any && delimiters.isEmpty());
  }

  private static Predicate<String> prefixed(String prefix, GlobNode star, String delimiters) {
    return takesAnything(star, delimiters)
        ? text -> text.startsWith(prefix)
        : text ->
            text.startsWith(prefix) && isFree(text, prefix.length(), text.length(), delimiters);
  }

  private static Predicate<String> suffixed(String suffix, GlobNode star, String delimiters) {
    return takesAnything(star, delimiters)
        ? text -> text.endsWith(suffix)
        : text ->
            text.endsWith(suffix) && isFree(text, 0, text.length() - suffix.length(), delimiters);
  }

  /**
   * OPA's library lets the two texts overlap where anything may stand between them: {@code ab**ba}
   * matches {@code aba}. So it is here.
   */
  private static Predicate<String> enclosed(
      String prefix, GlobNode star, String suffix, String delimiters) {
    if (takesAnything(star, delimiters)) {
      return text -> text.startsWith(prefix) && text.endsWith(suffix);
    }
    int least = prefix.length() + suffix.length();
    return text ->
        text.length() >= least
            && text.startsWith(prefix)
            && text.endsWith(suffix)
            && isFree(text, prefix.length(), text.length() - suffix.length(), delimiters);
  }

  private static boolean isFree(String text, int from, int to, String delimiters) {
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      if (delimiters.indexOf(c) >= 0) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** Returns {@code text} as a glob that matches just it. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("*?\\[]{}".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
