package dev.portcullis.gatekeeper.suite;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A suite of test cases.
 *
 * @param file the file it was read from
 * @param name its name, or nothing
 * @param skip whether none of it is run
 * @param tests its tests
 */
public record Suite(Path file, String name, boolean skip, List<Test> tests) {
  /** Copies the list. */
  public Suite {
    tests = List.copyOf(tests);
  }

  /**
   * Cases for one template and one constraint.
   *
   * @param name its name
   * @param template the file of the template, relative to the suite's
   * @param constraint the file of the constraint, relative to the suite's
   * @param expansion the file of the expansion templates, relative to the suite's
   * @param invalid whether the constraint is expected to break the template's schema
   * @param skip whether it is not run
   * @param cases its cases
   */
  public record Test(
      String name,
      String template,
      String constraint,
      Optional<String> expansion,
      boolean invalid,
      boolean skip,
      List<Case> cases) {
    /** Copies the list. */
    public Test {
      cases = List.copyOf(cases);
    }
  }

  /**
   * An object with what is expected of its review.
   *
   * @param name its name
   * @param object the file of the object, relative to the suite's
   * @param inventory the files of the objects that policies can look up
   * @param skip whether it is not run
   * @param assertions what is expected
   */
  public record Case(
      String name,
      String object,
      List<String> inventory,
      boolean skip,
      List<Assertion> assertions) {
    /** Copies the lists. */
    public Case {
      inventory = List.copyOf(inventory);
      assertions = List.copyOf(assertions);
    }
  }

  /**
   * How many violations there must be.
   *
   * @param minimum the least number
   * @param maximum the greatest number
   * @param written how the suite says it: a number, {@code yes} or {@code no}
   * @param message only violations whose message contains a match count, if it is given
   */
  public record Assertion(int minimum, int maximum, String written, Optional<Pattern> message) {}
}
