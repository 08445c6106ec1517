package dev.portcullis.api.spi;

import dev.portcullis.api.diagnostic.Location;
import java.util.Optional;

/**
 * Where the parts of one document stand in its text. Implementations find the places when they are
 * first asked, so that documents nobody asks about cost nothing. Safe for use by several threads.
 */
public interface Positions {
  /** The positions of a document without a text. */
  Positions NONE =
      new Positions() {
        @Override
        public Optional<Location> ofValue(String pointer) {
          return Optional.empty();
        }

        @Override
        public Optional<Location> ofKey(String pointer) {
          return Optional.empty();
        }
      };

  /**
   * Returns where the value at {@code pointer} begins.
   *
   * @param pointer a JSON pointer, empty for the whole document
   */
  Optional<Location> ofValue(String pointer);

  /**
   * Returns where the key of the value at {@code pointer} begins; empty for elements of arrays and
   * for the whole document.
   *
   * @param pointer a JSON pointer
   */
  Optional<Location> ofKey(String pointer);
}
