package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Proposes known names for a name that is not known. */
final class Suggestions {
  private static final int MAX_NAMES = 5;

  private Suggestions() {}

  /** Returns a question after known names like {@code typed}, or nothing if there are none. */
  static String quoted(String prefix, String typed, List<String> known) {
    List<String> similar = similar(typed, known);
    return similar.isEmpty() ? "" : " " + prefix + " " + quotedOr(similar) + "?";
  }

  /** Returns the known names that are like {@code typed}, the most similar ones first. */
  static List<String> similar(String typed, List<String> known) {
    int threshold = typed.length() * 2 / 5 + 1;
    Map<String, Integer> distances = new HashMap<>();
    List<String> similar = new ArrayList<>();
    for (String name : known) {
      int distance = distance(typed, name, threshold);
      if (distance <= threshold) {
        similar.add(name);
        distances.put(name, distance);
      }
    }
    similar.sort(Comparator.comparingInt(name -> distances.getOrDefault(name, 0)));
    return similar;
  }

  /** Returns names in quotes, the last one after "or". */
  static String quotedOr(List<String> names) {
    List<String> shown = names.subList(0, Math.min(MAX_NAMES, names.size()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shown.size(); i++) {
      boolean last = i == shown.size() - 1;
      if (i > 0) {
        text.append(shown.size() == 2 ? " " : ", ").append(last ? "or " : "");
      }
      text.append('"').append(shown.get(i)).append('"');
    }
    return text.toString();
  }

  private static int distance(String typed, String name, int threshold) {
    if (typed.equals(name)) {
      return 0;
    }
    int[] a = typed.toLowerCase(Locale.ROOT).codePoints().toArray();
    int[] b = name.toLowerCase(Locale.ROOT).codePoints().toArray();
    if (Math.abs(a.length - b.length) > threshold) {
      return threshold + 1;
    }
    int edits = edits(a, b);
    // A change of case counts as one edit.
    return edits == 0 ? 1 : edits;
  }

  /** Returns the number of insertions, deletions and substitutions between two texts. */
  private static int edits(int[] a, int[] b) {
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int above = row[j];
        int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length];
  }
}
