package dev.portcullis.conformance.differential;

import dev.portcullis.api.value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a program smaller while it keeps a property: without lines, then without tokens. */
final class Reducer {
  private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\w+|[^\\w\\s])\\s*");
  private static final int MAX_ATTEMPTS = 3000;

  private final Predicate<Program> keeps;
  private int attempts;

  Reducer(Predicate<Program> keeps) {
    this.keeps = keeps;
  }

  /** Returns the smallest program found. */
  Program reduce(Program start) {
    Program best = start;
    for (Pattern unit : List.of(LINE, TOKEN, LINE, TOKEN)) {
      best = modules(best);
      for (int i = 0; i < best.modules().size(); i++) {
        best = text(best, i, unit);
      }
    }
    return documents(best);
  }

  private Program modules(Program start) {
    Program best = start;
    for (int i = start.modules().size() - 1; i >= 0; i--) {
      int at = i;
      best = tried(best, p -> p.withModules(without(p.modules(), at, at + 1)));
    }
    return best;
  }

  private Program text(Program start, int module, Pattern unit) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = unit.matcher(start.modules().get(module));
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    Program best = start;
    for (int size = Math.max(parts.size() / 2, 1); size >= 1; size /= 2) {
      for (int from = parts.size() - size; from >= 0; ) {
        List<String> fewer = without(parts, from, from + size);
        Program candidate = best.withModule(module, String.join("", fewer));
        if (accepted(candidate)) {
          best = candidate;
          parts = fewer;
        }
        from = Math.min(from - 1, parts.size() - size);
      }
    }
    return best;
  }

  private Program documents(Program start) {
    Program best = start;
    for (int i = start.data().size() - 1; i >= 0; i--) {
      int at = i;
      best = tried(best, p -> p.withData(without(p.data(), at)));
    }
    if (best.input() instanceof ObjectValue input) {
      for (int i = input.size() - 1; i >= 0; i--) {
        int at = i;
        best = tried(best, p -> p.withInput(without((ObjectValue) p.input(), at)));
      }
    }
    return best;
  }

  private Program tried(Program program, UnaryOperator<Program> change) {
    Program candidate = change.apply(program);
    return accepted(candidate) ? candidate : program;
  }

  private boolean accepted(Program candidate) {
    return attempts++ < MAX_ATTEMPTS && keeps.test(candidate);
  }

  private static List<String> without(List<String> parts, int from, int to) {
    List<String> fewer = new ArrayList<>(parts.subList(0, from));
    fewer.addAll(parts.subList(to, parts.size()));
    return fewer;
  }

  private static ObjectValue without(ObjectValue object, int rank) {
    ObjectValue.Builder fewer = ObjectValue.builder();
    for (int i = 0; i < object.size(); i++) {
      if (i != rank) {
        fewer.put(object.keyAt(i), object.valueAt(i));
      }
    }
    return fewer.build();
  }
}
