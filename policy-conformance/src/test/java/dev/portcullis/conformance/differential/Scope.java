package dev.portcullis.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The variables that have a value at a place. */
final class Scope {
  private final Random random;
  private final List<String> bound;
  private final int[] next;

  /** Makes a scope without variables; {@code next} holds the number of the next one. */
  Scope(Random random, int[] next) {
    this(random, new ArrayList<>(), next);
  }

  private Scope(Random random, List<String> bound, int[] next) {
    this.random = random;
    this.bound = bound;
    this.next = next;
  }

  /** Returns a scope within this one, whose variables this one does not see. */
  Scope inner() {
    return new Scope(random, new ArrayList<>(bound), next);
  }

  /** Returns a new variable, which from now on has a value. */
  String fresh() {
    String name = "v" + next[0]++;
    bound.add(name);
    return name;
  }

  boolean isEmpty() {
    return bound.isEmpty();
  }

  /** Returns a variable that has a value, more often a late one. */
  String any() {
    int size = bound.size();
    return bound.get(random.nextBoolean() ? size - 1 : random.nextInt(size));
  }
}
