package dev.portcullis.rego.ast;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.rego.text.Span;
import java.util.Optional;

/**
 * A metadata annotation: the YAML of a {@code # METADATA} comment block.
 *
 * @param span the comment block
 * @param scope what it speaks of, given or implied by what follows it
 * @param scopeWritten whether the block names its scope
 * @param fields everything the block says, in the shape in which {@code rego.metadata.rule} gives
 *     it, without location
 * @param target the index in the module's rules of the rule that it stands before; empty before a
 *     package clause
 */
public record Annotations(
    Span span, Scope scope, boolean scopeWritten, ObjectValue fields, Optional<Integer> target) {

  /** What an annotation speaks of. */
  public enum Scope {
    /** The rule that follows. */
    RULE,
    /** All rules of that name in the module's package. */
    DOCUMENT,
    /** The package. */
    PACKAGE,
    /** The package and those below it. */
    SUBPACKAGES;

    /** Returns the scope as annotations spell it. */
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
