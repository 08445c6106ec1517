package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in the tree of rules below {@code data}.
 *
 * @param path the way from {@code data}
 * @param function the function of the rules that define the document here; empty for packages and
 *     what leads to them
 * @param callable whether the rules here are functions of arguments, which have no value of their
 *     own
 * @param replacedBy the numbers of {@code with data…} targets that replace this place
 * @param children the places below, by key; none where there is a function
 */
public record ViewNode(
    List<Value> path,
    Optional<Integer> function,
    boolean callable,
    List<Integer> replacedBy,
    Map<Value, ViewNode> children) {

  /** Copies the collections. */
  public ViewNode {
    path = List.copyOf(path);
    replacedBy = List.copyOf(replacedBy);
    children = Map.copyOf(children);
  }

  @Override
  public String toString() {
    return "data" + path;
  }
}
