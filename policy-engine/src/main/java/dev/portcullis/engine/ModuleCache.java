package dev.portcullis.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;

/**
 * Parsed modules by name, content and version: a folder of which one file changed is not parsed as
 * a whole.
 */
final class ModuleCache {
  /** Characters of source; trees are proportional to them. */
  private static final long MOST_SOURCE = 4_000_000;

  private static final int ENTRY_OVERHEAD = 256;

  private final Cache<Key, ParseResult<Module>> parsed =
      Caffeine.newBuilder()
          .maximumWeight(MOST_SOURCE)
          .weigher((Key key, ParseResult<Module> result) -> key.text().length() + ENTRY_OVERHEAD)
          .executor(Runnable::run)
          .recordStats()
          .build();

  private record Key(String name, String text, RegoVersion version) {}

  ParseResult<Module> parse(SourceText source, RegoVersion version) {
    return parsed.get(
        new Key(source.name(), source.text(), version),
        key -> RegoParser.parseModule(source, ParserOptions.of(version)));
  }

  CacheStats stats() {
    return parsed.stats();
  }

  long size() {
    return parsed.estimatedSize();
  }
}
