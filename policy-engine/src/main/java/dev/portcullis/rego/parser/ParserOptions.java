package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.RegoVersion;
import java.util.HashSet;
import java.util.Set;

/**
 * How a text is read.
 *
 * @param version the language; a module may import its way from {@link RegoVersion#V0} to {@link
 *     RegoVersion#V0_COMPAT_V1}
 * @param futureKeywords the keywords that hold without being imported, beside those of the version
 * @param features the features of the language that are allowed, by OPA's names; {@link
 *     #LOGICAL_OPERATORS} beside them
 * @param annotations whether metadata annotations are read
 */
public record ParserOptions(
    RegoVersion version, Set<String> futureKeywords, Set<String> features, boolean annotations) {

  /** Strings with expressions in them. */
  public static final String TEMPLATE_STRINGS = "template_strings";

  /** Keywords as parts of references, such as {@code data.foo.with}. */
  public static final String KEYWORDS_IN_REFS = "keywords_in_refs";

  /** Modules of version 1, and {@code import rego.v1}. */
  public static final String REGO_V1 = "rego_v1";

  /**
   * {@code import future.keywords.and} and {@code .or}: an experiment, allowed only where a caller
   * asks for it.
   */
  public static final String LOGICAL_OPERATORS = "logical_operators";

  private static final Set<String> V0_FEATURES = Set.of(REGO_V1, KEYWORDS_IN_REFS);
  private static final Set<String> V1_FEATURES =
      Set.of(REGO_V1, KEYWORDS_IN_REFS, TEMPLATE_STRINGS);

  /** Copies the sets. */
  public ParserOptions {
    futureKeywords = Set.copyOf(futureKeywords);
    features = Set.copyOf(features);
  }

  /** Returns the options for version 1. */
  public static ParserOptions v1() {
    return of(RegoVersion.V1);
  }

  /** Returns the options for version 0. */
  public static ParserOptions v0() {
    return of(RegoVersion.V0);
  }

  /** Returns the options for {@code version}: its keywords, its stable features, annotations. */
  public static ParserOptions of(RegoVersion version) {
    Set<String> features = version == RegoVersion.V1 ? V1_FEATURES : V0_FEATURES;
    return new ParserOptions(version, Set.of(), features, true);
  }

  /** Returns these options with {@code keywords} holding without being imported. */
  public ParserOptions withFutureKeywords(Set<String> keywords) {
    return new ParserOptions(version, keywords, features, annotations);
  }

  /** Returns these options with {@code feature} allowed. */
  public ParserOptions withFeature(String feature) {
    Set<String> all = new HashSet<>(features);
    all.add(feature);
    return new ParserOptions(version, futureKeywords, all, annotations);
  }

  /** Returns these options with annotations read or not. */
  public ParserOptions withAnnotations(boolean read) {
    return new ParserOptions(version, futureKeywords, features, read);
  }

  boolean has(String feature) {
    return features.contains(feature);
  }
}
