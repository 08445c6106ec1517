package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call was given and what it wants, as messages tell it. */
public final class Signatures {
  private Signatures() {}

  /** Returns the detail of a call of a builtin with the wrong number of arguments. */
  public static String detail(List<Term> arguments, Builtin builtin) {
    TypeEnvironment environment =
        new TypeEnvironment(Optional.empty(), (term, env) -> Types.UNKNOWN);
    List<RegoType> have = new ArrayList<>();
    arguments.forEach(argument -> have.add(environment.of(argument)));
    return detail(have, parameters(builtin, false));
  }

  static String detail(List<RegoType> have, String want) {
    return "have: " + TypeText.list(have) + "\nwant: " + want;
  }

  static String parameters(Builtin builtin, boolean withResult) {
    List<String> names = new ArrayList<>();
    builtin.arguments().forEach(p -> names.add(parameter(p)));
    if (builtin.variadic()) {
      names.set(names.size() - 1, names.get(names.size() - 1) + "...");
    }
    if (withResult) {
      builtin.result().ifPresent(p -> names.add(parameter(p)));
    }
    return "(" + String.join(", ", names) + ")";
  }

  private static String parameter(Builtin.Parameter parameter) {
    String type = TypeText.of(Types.normal(parameter.type()));
    return parameter.name().isEmpty() ? type : parameter.name() + ": " + type;
  }
}
