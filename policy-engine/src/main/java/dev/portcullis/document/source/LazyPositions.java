package dev.portcullis.document.source;

import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.spi.Positions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Positions that are found by reading the text once more when somebody asks. */
public final class LazyPositions implements Positions {
  private final String source;
  private final Supplier<PlaceTree> find;
  private volatile @Nullable PlaceTree found;

  /**
   * Creates positions.
   *
   * @param source the name of the text
   * @param find reads the text; it is called once, or more often when threads race
   */
  public LazyPositions(String source, Supplier<PlaceTree> find) {
    this.source = source;
    this.find = find;
  }

  @Override
  public Optional<Location> ofValue(String pointer) {
    return Optional.ofNullable(tree().value(pointer))
        .map(at -> new Location(source, at.row(), at.column()));
  }

  @Override
  public Optional<Location> ofKey(String pointer) {
    return Optional.ofNullable(tree().entry(pointer))
        .map(at -> new Location(source, at.row(), at.column()));
  }

  private PlaceTree tree() {
    PlaceTree tree = found;
    if (tree == null) {
      tree = find.get();
      found = tree;
    }
    return tree;
  }
}
