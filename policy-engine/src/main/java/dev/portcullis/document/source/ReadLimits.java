package dev.portcullis.document.source;

/**
 * What a text may cost.
 *
 * @param maxBytes its length
 * @param maxDepth how deep arrays and objects are nested in it
 * @param maxDigits the length of a number in it
 * @param maxAliased how many values the aliases and merge keys of a YAML document stand for
 */
public record ReadLimits(int maxBytes, int maxDepth, int maxDigits, int maxAliased) {

  /**
   * The limits where nobody says otherwise. The depth is one that recursive walks over a value
   * survive on a small stack; the digits are what computing with a number survives.
   */
  public static final ReadLimits DEFAULT = new ReadLimits(256 << 20, 1_000, 100_000, 400_000);

  /** Checks that nothing is negative. */
  public ReadLimits {
    if (maxBytes < 0 || maxDepth < 0 || maxDigits < 0 || maxAliased < 0) {
      throw new IllegalArgumentException("a limit is negative");
    }
  }

  /** Returns these limits with another depth. */
  public ReadLimits withMaxDepth(int depth) {
    return new ReadLimits(maxBytes, depth, maxDigits, maxAliased);
  }

  /** Returns these limits with another length. */
  public ReadLimits withMaxBytes(int bytes) {
    return new ReadLimits(bytes, maxDepth, maxDigits, maxAliased);
  }
}
