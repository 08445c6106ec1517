package dev.portcullis.document.source;

import dev.portcullis.api.value.StringValue;

/**
 * Which parts of a document a reader keeps: a tree in the shape of the document. A reader skips an
 * object's entry whose {@link #child} is {@link #NOTHING}, and reads an array whose {@link
 * #element} is {@link #NOTHING} as an empty one. Scalars are kept where they are met.
 *
 * <p>Implementations are immutable and fast: they are asked once for each key.
 */
public interface Projection {
  /** Keeps nothing. */
  Projection NOTHING = new Constant("nothing");

  /** Keeps everything. */
  Projection EVERYTHING = new Constant("everything");

  /** Returns what is kept of the value at the key {@code key} of an object here. */
  Projection child(StringValue key);

  /** Returns what is kept of each element of an array here. */
  Projection element();

  /** A projection that is the same at every depth. */
  final class Constant implements Projection {
    private final String name;

    private Constant(String name) {
      this.name = name;
    }

    @Override
    public Projection child(StringValue key) {
      return this;
    }

    @Override
    public Projection element() {
      return this;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
