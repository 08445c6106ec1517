package dev.portcullis.rego.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Unicode's simple case folding: which characters count as equal when case is ignored. */
final class CaseFolding {
  private static final int LAST_CASED = 0x1FFFF;
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int DOTLESS_I = 0x131;

  /** From each character that has other cases to all of them. */
  private static final Map<Integer, CodePoints> ORBITS = orbits();

  private CaseFolding() {}

  private static Map<Integer, CodePoints> orbits() {
    Map<Integer, List<Integer>> byKey = new HashMap<>();
    for (int c = 0; c <= LAST_CASED; c++) {
      int key = Character.toLowerCase(Character.toUpperCase(c));
      if (c == CAPITAL_I_WITH_DOT || c == DOTLESS_I) {
        continue;
      }
      if (key != c || Character.toUpperCase(c) != c) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
        byKey.get(key).add(key);
      }
    }
    Map<Integer, CodePoints> result = new HashMap<>();
    for (List<Integer> orbit : byKey.values()) {
      CodePoints.Builder set = CodePoints.builder();
      orbit.forEach(c -> set.add(c, c));
      CodePoints built = set.build();
      orbit.forEach(c -> result.put(c, built));
    }
    return result;
  }

  /** Returns {@code c} and its other cases. */
  static CodePoints of(int c) {
    CodePoints orbit = ORBITS.get(c);
    return orbit == null ? CodePoints.range(c, c) : orbit;
  }

  /** Returns the set with the other cases of all its elements. */
  static CodePoints of(CodePoints set) {
    CodePoints.Builder out = CodePoints.builder().add(set);
    ORBITS.forEach(
        (c, orbit) -> {
          if (set.contains(c)) {
            out.add(orbit);
          }
        });
    return out.build();
  }
}
