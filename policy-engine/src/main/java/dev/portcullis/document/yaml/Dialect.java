package dev.portcullis.document.yaml;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/** What scalars mean, and what merge keys do. Implementations have no state. */
sealed interface Dialect permits KubernetesDialect, CoreDialect {

  /** The prefix of the tags that are written with two exclamation marks. */
  String TAG_PREFIX = "tag:yaml.org,2002:";

  /**
   * Returns what a scalar means.
   *
   * @param tag its tag as a whole, if it has one
   * @param plain whether it is written without quotes and has no tag
   * @throws ResolutionException if it means nothing
   */
  Value value(@Nullable String tag, String text, boolean plain);

  /**
   * Returns the name of the entry whose key is the scalar.
   *
   * @throws ResolutionException if the scalar cannot be a key
   */
  String key(@Nullable String tag, String text, boolean plain);

  /** Returns whether an entry keeps its value when a merge key after it brings another. */
  boolean explicitKeysWin();

  /** Returns whether the version of a {@code %YAML} directive can be read. */
  boolean acceptsVersion(int major, int minor);
}
