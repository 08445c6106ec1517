package dev.portcullis.api.spi;

/**
 * A file of a pack.
 *
 * @param policy the id of the policy that it is part of
 * @param role what it is
 * @param name its name, such as {@code image-no-latest/template.yaml}: the policy's id and the path
 *     below the policy's folder
 * @param text the whole text
 */
public record PackFile(String policy, Role role, String name, String text) {

  /** What a file of a pack may be. */
  public enum Role {
    /** A constraint template. */
    TEMPLATE,
    /** The constraint that a pack sets its template up with. */
    CONSTRAINT,
    /** A suite of cases in gator's format. */
    SUITE,
    /** An object that a suite names. */
    SAMPLE
  }
}
