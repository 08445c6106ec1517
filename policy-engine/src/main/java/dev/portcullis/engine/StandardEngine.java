package dev.portcullis.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.portcullis.api.CacheStatistics;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.spi.PackProvider;
import dev.portcullis.document.StandardDocumentReader;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.rego.glob.CompiledGlob;
import dev.portcullis.rego.regex.RegexEngine;
import java.util.List;
import java.util.Map;

/** The engine behind {@link PolicyEngine}. */
final class StandardEngine implements PolicyEngine {
  private final EngineSettings settings;
  private final DocumentReader reader;
  private final ModuleCompiler compiler;
  private final ModuleCache modules;
  private final List<PackProvider> packs;
  private final Cache<ContentKey, PolicySet> sets;

  StandardEngine(EngineSettings settings, RegoFrontEnd frontEnd, List<PackProvider> packs) {
    this.settings = settings;
    this.compiler = frontEnd;
    this.modules = frontEnd.modules();
    this.packs = packs;
    this.reader = new StandardDocumentReader(settings.documentFormats());
    this.sets =
        Caffeine.newBuilder()
            .maximumSize(settings.policySetCache())
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  @Override
  public PolicySet load(List<PolicySource> sources) {
    SourceCollector.Result collected = SourceCollector.collect(sources, packs);
    return sets.get(
        ContentKey.of(collected), key -> PolicyLoader.load(collected, settings, reader, compiler));
  }

  @Override
  public DocumentReader documents() {
    return reader;
  }

  @Override
  public Map<String, CacheStatistics> cacheStatistics() {
    return Map.of(
        "policySets", statistics(sets.stats(), sets.estimatedSize()),
        "modules", statistics(modules.stats(), modules.size()),
        "regexes", statistics(RegexEngine.statistics(), RegexEngine.size()),
        "globs", statistics(CompiledGlob.statistics(), CompiledGlob.cached()));
  }

  private static CacheStatistics statistics(CacheStats stats, long size) {
    return new CacheStatistics(stats.hitCount(), stats.missCount(), stats.evictionCount(), size);
  }
}
