package dev.portcullis.rego.plan;

import java.util.List;

/**
 * Statements that run one after the other. A statement that fails ends the block. A {@link
 * Stmt.Scan} or {@link Stmt.ScanView} can only be the last statement: what follows in the source is
 * inside its body.
 */
public record Block(List<Stmt> statements) {
  /** Copies the statements. */
  public Block {
    statements = List.copyOf(statements);
  }

  /** Returns the block of {@code statements}. */
  public static Block of(Stmt... statements) {
    return new Block(List.of(statements));
  }
}
