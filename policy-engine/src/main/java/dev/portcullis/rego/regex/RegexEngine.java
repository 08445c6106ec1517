package dev.portcullis.rego.regex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.portcullis.cache.FrontTable;

/** Compiles patterns, each once while it is in use. */
public final class RegexEngine {
  /** Characters of source that the cache may hold; compiled forms are proportional to them. */
  private static final long MAX_CACHED_SOURCE = 1_000_000;

  private static final int ENTRY_OVERHEAD = 256;

  private static final Cache<String, CompiledRegex> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CACHED_SOURCE)
          .weigher((String pattern, CompiledRegex regex) -> pattern.length() + ENTRY_OVERHEAD)
          .recordStats()
          .build();

  private static final FrontTable<CompiledRegex> RECENT = new FrontTable<>();

  private RegexEngine() {}

  /**
   * Returns the compiled form of {@code pattern}.
   *
   * @throws RegexSyntaxException if Go would refuse it; refusals are not kept
   */
  public static CompiledRegex compile(String pattern) throws RegexSyntaxException {
    CompiledRegex recent = RECENT.find(pattern, "");
    if (recent != null) {
      return recent;
    }
    CompiledRegex known = CACHE.getIfPresent(pattern);
    if (known == null) {
      known = CompiledRegex.compile(pattern);
      CACHE.put(pattern, known);
    }
    RECENT.put(pattern, "", known);
    return known;
  }

  /** Returns whether Go accepts {@code pattern}. */
  public static boolean isValid(String pattern) {
    try {
      compile(pattern);
      return true;
    } catch (RegexSyntaxException e) {
      return false;
    }
  }

  /** Returns how the cache fares. */
  public static CacheStats statistics() {
    return CACHE.stats();
  }

  /** Returns how many patterns the cache holds, roughly. */
  public static long size() {
    return CACHE.estimatedSize();
  }
}
