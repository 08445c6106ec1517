package dev.portcullis.testing;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cases of one test: those that its rule gives a value for, and those that it began and did not
 * finish, which failed.
 */
final class CaseTree {
  private boolean failed;
  private final Map<Value, CaseTree> children = new TreeMap<>();

  private CaseTree(boolean failed) {
    this.failed = failed;
  }

  /**
   * Returns the cases of a test.
   *
   * @param value what its rule gives: an object from the names of cases to whether they passed
   * @param begun the names of the cases that it began
   */
  static CaseTree of(Value value, List<ArrayValue> begun) {
    CaseTree root = fromValue(value);
    for (ArrayValue path : begun) {
      root.failed |= root.begin(path, 0);
    }
    return root;
  }

  private static CaseTree fromValue(Value value) {
    CaseTree tree = new CaseTree(!value.equals(BooleanValue.TRUE));
    if (value instanceof ObjectValue object) {
      tree.failed = false;
      for (int i = 0; i < object.size(); i++) {
        CaseTree child = fromValue(object.valueAt(i));
        tree.children.put(name(object.keyAt(i)), child);
        tree.failed |= child.failed;
      }
    }
    return tree;
  }

  private boolean begin(ArrayValue path, int at) {
    if (at == path.size()) {
      return failed;
    }
    boolean childFailed =
        children.computeIfAbsent(name(path.at(at)), name -> new CaseTree(true)).begin(path, at + 1);
    failed |= childFailed;
    return childFailed;
  }

  private static StringValue name(Value value) {
    return value instanceof StringValue text
        ? text
        : StringValue.of(JsonWriter.COMPACT.text(value));
  }

  boolean failed() {
    return failed;
  }

  List<RegoTestResult.Case> cases() {
    List<RegoTestResult.Case> cases = new ArrayList<>();
    children.forEach(
        (name, tree) ->
            cases.add(
                new RegoTestResult.Case(((StringValue) name).value(), tree.failed, tree.cases())));
    return cases;
  }
}
