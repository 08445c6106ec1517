package dev.portcullis.rego.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects statements. After a loop is opened, what is added goes into its body, until the region
 * around it ends: so the rest of a Rego body nests inside of the loops that its earlier expressions
 * made.
 */
final class BlockBuilder {
  private final Deque<Frame> frames = new ArrayDeque<>();

  private record Frame(List<Stmt> statements, @Nullable Function<Block, Stmt> loop) {}

  /** Adds a statement. */
  void add(Stmt statement) {
    frames.element().statements.add(statement);
  }

  /** Opens a loop: {@code make} makes it of its body. */
  void open(Function<Block, Stmt> make) {
    frames.push(new Frame(new ArrayList<>(), make));
  }

  /** Returns the block of what {@code body} adds. */
  Block region(Runnable body) {
    frames.push(new Frame(new ArrayList<>(), null));
    body.run();
    Frame frame = frames.pop();
    while (frame.loop != null) {
      add(frame.loop.apply(new Block(frame.statements)));
      frame = frames.pop();
    }
    return new Block(frame.statements);
  }
}
