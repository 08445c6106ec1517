package dev.portcullis.api;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.api.spi.EngineFactory;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.spi.HostServices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;

/**
 * Loads policies. From nothing to violations:
 *
 * <pre>{@code
 * PolicyEngine engine = PolicyEngine.create();
 * PolicySet policies = engine.load(PolicySource.path(Path.of("policies"))).requireNoErrors();
 *
 * DocumentBatch batch = engine.documents().read(Path.of("manifests"));
 * for (Violation violation : policies.evaluate(batch.documents()).violations()) {
 *   System.out.println(violation.location() + " " + violation.message());
 * }
 * }</pre>
 *
 * <p>An engine is safe for use by any number of threads. It keeps compiled policy sets by their
 * content: loading the same policies again, while they are in its cache, compiles nothing. One
 * engine per process is usual.
 */
public interface PolicyEngine {

  /** Returns an engine with default settings. */
  static PolicyEngine create() {
    return builder().build();
  }

  /** Returns a builder with default settings. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Loads and compiles policies.
   *
   * @param sources where the policies are
   * @return the set of those that compile; what is wrong with the others is in its {@link
   *     PolicySet#diagnostics diagnostics}. Files that cannot be read and packs that do not exist
   *     are reported there too
   */
  PolicySet load(List<PolicySource> sources);

  /**
   * Loads and compiles policies.
   *
   * @param sources where the policies are
   * @return see {@link #load(List)}
   */
  default PolicySet load(PolicySource... sources) {
    return load(Arrays.asList(sources));
  }

  /**
   * Returns a reader of documents that knows the engine's formats: those of {@link
   * DocumentReader#standard} and those that the builder was given.
   */
  DocumentReader documents();

  /**
   * Returns what the engine's caches have done, by the name of the cache, such as {@code
   * policySets}.
   */
  Map<String, CacheStatistics> cacheStatistics();

  /** Collects an engine's settings. Not safe for use by several threads. */
  final class Builder {
    private final List<Builtin> builtins = new ArrayList<>();
    private boolean discoverBuiltins = true;
    private final List<DocumentFormat> documentFormats = new ArrayList<>();
    private HostServices services = HostServices.NONE;
    private Clock clock = Clock.systemUTC();
    private OptionalLong seed = OptionalLong.empty();
    private BiConsumer<MessageKind, String> messages = (kind, text) -> {};
    private EvaluationLimits limits = EvaluationLimits.DEFAULT;
    private int policySetCache = 64;
    private String enforcementPoint = EnforcementPoint.WEBHOOK;
    private boolean strictGatekeeper;
    private boolean strictBuiltinErrors;
    private boolean v0Compatible;
    private ExecutionMode executionMode = ExecutionMode.AUTO;

    private Builder() {}

    /** Adds builtins that policies may call. */
    public Builder builtins(BuiltinProvider provider) {
      builtins.addAll(provider.builtins());
      return this;
    }

    /**
     * Sets whether builtins of {@link BuiltinProvider}s on the class path are there too. They are
     * unless this is called.
     */
    public Builder discoverBuiltins(boolean discover) {
      discoverBuiltins = discover;
      return this;
    }

    /** Adds a format that documents may come in; it is asked before those that are there. */
    public Builder documentFormat(DocumentFormat format) {
      documentFormats.add(format);
      return this;
    }

    /** Lends services to builtins that reach outside. None are lent unless this is called. */
    public Builder hostServices(HostServices newServices) {
      services = newServices;
      return this;
    }

    /** Sets the clock of {@code time.now_ns()}; the system's unless this is called. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /**
     * Sets the seed of every evaluation's randomness, so that evaluations can be repeated. A
     * different and unguessable one is taken for each unless this is called.
     */
    public Builder seed(long newSeed) {
      seed = OptionalLong.of(newSeed);
      return this;
    }

    /**
     * Sets who takes the lines that {@code print} and {@code trace} write; it is called from the
     * evaluating threads. They are dropped unless this is called.
     */
    public Builder messages(BiConsumer<MessageKind, String> consumer) {
      messages = consumer;
      return this;
    }

    /** Sets the bounds of every evaluation; {@link EvaluationLimits#DEFAULT} unless called. */
    public Builder limits(EvaluationLimits newLimits) {
      limits = newLimits;
      return this;
    }

    /**
     * Sets how many compiled policy sets the engine keeps; 64 unless this is called, and 0 keeps
     * none.
     */
    public Builder policySetCache(int maximumSize) {
      if (maximumSize < 0) {
        throw new IllegalArgumentException("a cache's size must not be negative");
      }
      policySetCache = maximumSize;
      return this;
    }

    /**
     * Sets the enforcement point that evaluations are for unless they name another; {@link
     * EnforcementPoint#WEBHOOK} unless this is called.
     */
    public Builder enforcementPoint(String point) {
      enforcementPoint = point;
      return this;
    }

    /**
     * Sets whether templates get exactly the input that Gatekeeper gives them. Off unless this is
     * called: then {@code input.request} stands beside {@code input.review} and is the same, so
     * that templates written for plain admission control work.
     */
    public Builder strictGatekeeper(boolean strict) {
      strictGatekeeper = strict;
      return this;
    }

    /**
     * Sets whether a failing builtin fails the evaluation, rather than being undefined as Rego has
     * it. Off unless this is called.
     */
    public Builder strictBuiltinErrors(boolean strict) {
      strictBuiltinErrors = strict;
      return this;
    }

    /**
     * Sets whether plain Rego modules that do not say otherwise are read as Rego v0. Off unless
     * this is called: they are read as v1, or as v0 where they are valid only as that.
     */
    public Builder v0Compatible(boolean compatible) {
      v0Compatible = compatible;
      return this;
    }

    /** Sets how policies are executed; {@link ExecutionMode#AUTO} unless this is called. */
    public Builder executionMode(ExecutionMode mode) {
      executionMode = mode;
      return this;
    }

    /** Returns the settings so far. */
    public EngineSettings settings() {
      return new EngineSettings(
          builtins,
          discoverBuiltins,
          documentFormats,
          services,
          clock,
          seed,
          messages,
          limits,
          policySetCache,
          enforcementPoint,
          strictGatekeeper,
          strictBuiltinErrors,
          v0Compatible,
          executionMode);
    }

    /**
     * Returns an engine with these settings.
     *
     * @throws IllegalStateException if the engine's implementation, the module {@code
     *     policy-engine}, is not on the class path or module path
     */
    public PolicyEngine build() {
      return ServiceLoader.load(EngineFactory.class, EngineFactory.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no policy engine found: add dev.portcullis:policy-engine to the program"))
          .create(settings());
    }
  }
}
