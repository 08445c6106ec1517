package dev.portcullis.testing;

import dev.portcullis.api.diagnostic.Location;
import java.util.List;

/**
 * A rule that is a test: one whose name, or a later part of it, begins with {@code test_}, or with
 * {@code todo_test_} if it is not to be run yet.
 *
 * @param location where the rule stands
 * @param packageName its package, such as {@code data.app}
 * @param name its name in the package; the second of two rules of one name is {@code name#01}
 * @param path the path below {@code data} of what the rule gives
 * @param isSkipped whether it is not to be run yet
 * @param hasCases whether it is one rule for many cases, such as {@code test_x[case]}
 */
public record RegoTest(
    Location location,
    String packageName,
    String name,
    List<String> path,
    boolean isSkipped,
    boolean hasCases) {
  /** Copies the path. */
  public RegoTest {
    path = List.copyOf(path);
  }

  /** Returns the package and the name. */
  public String fullName() {
    return packageName + "." + name;
  }
}
