package dev.portcullis.rego.ast;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The infix operators, by the names of the builtins that they stand for. */
public final class Operators {
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("assign", ":="),
          Map.entry("eq", "="),
          Map.entry("equal", "=="),
          Map.entry("neq", "!="),
          Map.entry("lt", "<"),
          Map.entry("lte", "<="),
          Map.entry("gt", ">"),
          Map.entry("gte", ">="),
          Map.entry("or", "|"),
          Map.entry("and", "&"),
          Map.entry("plus", "+"),
          Map.entry("minus", "-"),
          Map.entry("mul", "*"),
          Map.entry("div", "/"),
          Map.entry("rem", "%"),
          Map.entry("internal.member_2", "in"),
          Map.entry("internal.member_3", "in"));

  private Operators() {}

  /** Returns the symbol that is written for calls of {@code name}, or null if there is none. */
  public static @Nullable String symbol(String name) {
    return SYMBOLS.get(name);
  }
}
