package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The joins of one evaluation. Each place in the plan that selects elements by equality remembers
 * the source that it was asked for last; the third time that it is the same, the source is hashed,
 * and the answer costs what it holds.
 */
final class Selections {
  private static final int SMALL = 8;
  private static final int PATIENCE = 2;

  private @Nullable Site[] sites = new Site[0];

  /** What a place in the plan knows. */
  private static final class Site {
    private Value source;
    private int asked;
    private @Nullable Map<Value, ArrayValue> index;

    Site(Value source) {
      this.source = source;
    }

    void reset(Value newSource) {
      source = newSource;
      asked = 0;
      index = null;
    }
  }

  ArrayValue select(EvalState state, int number, Value source, Value[] path, Value probe) {
    Value[] elements = Ops.scanValues(source);
    if (elements.length <= SMALL) {
      return linear(state, elements, path, probe);
    }
    Site site = site(number, source);
    if (site.asked++ < PATIENCE) {
      return linear(state, elements, path, probe);
    }
    Map<Value, ArrayValue> index = site.index;
    if (index == null) {
      index = hash(state, elements, path);
      site.index = index;
    }
    return index.getOrDefault(probe, ArrayValue.EMPTY);
  }

  private Site site(int number, Value source) {
    if (number >= sites.length) {
      sites = Arrays.copyOf(sites, number + 4);
    }
    Site site = sites[number];
    if (site == null) {
      site = new Site(source);
      sites[number] = site;
    } else if (site.source != source) {
      site.reset(source);
    }
    return site;
  }

  private static ArrayValue linear(EvalState state, Value[] elements, Value[] path, Value probe) {
    ListAccumulator found = null;
    for (Value element : elements) {
      state.tick();
      Value part = part(element, path);
      if (part != null && Ops.equal(part, probe)) {
        found = found == null ? new ListAccumulator() : found;
        found.add(element);
      }
    }
    return found == null ? ArrayValue.EMPTY : found.finish();
  }

  private static Map<Value, ArrayValue> hash(EvalState state, Value[] elements, Value[] path) {
    Map<Value, ListAccumulator> lists = new HashMap<>();
    for (Value element : elements) {
      state.tick();
      Value part = part(element, path);
      if (part != null) {
        lists.computeIfAbsent(part, k -> new ListAccumulator()).add(element);
      }
    }
    Map<Value, ArrayValue> index = new HashMap<>(lists.size() * 2);
    lists.forEach((part, list) -> index.put(part, list.finish()));
    return index;
  }

  private static @Nullable Value part(Value element, Value[] path) {
    Value at = element;
    for (Value key : path) {
      at = Ops.field(at, key);
      if (at == null) {
        return null;
      }
    }
    return at;
  }
}
