package dev.portcullis.api.spi;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A builtin function: name, signature, documentation and code in one row. Rows are made with {@link
 * #named}:
 *
 * <pre>{@code
 * Builtin.named("startswith")
 *     .doc("Returns true if the search string begins with the base string.")
 *     .arg("search", RegoType.STRING, "search string")
 *     .arg("base", RegoType.STRING, "base string")
 *     .result("result", RegoType.BOOLEAN, "result of the prefix check")
 *     .body(Operand.TEXT, Operand.TEXT, (ctx, s, p) -> BooleanValue.of(s.startsWith(p)))
 * }</pre>
 *
 * @param name the name that policies call it by, such as {@code json.unmarshal}
 * @param infix the operator that stands for it ({@code "+"} for {@code plus}), or empty
 * @param doc what it does, one sentence
 * @param arguments the declared arguments
 * @param variadic whether the last argument may be repeated or absent
 * @param result the declared result; empty for {@code print}
 * @param traits what is special about it
 * @param body its code
 */
public record Builtin(
    String name,
    Optional<String> infix,
    String doc,
    List<Parameter> arguments,
    boolean variadic,
    Optional<Parameter> result,
    Set<Trait> traits,
    BuiltinBody body) {

  /** Copies the collections. */
  public Builtin {
    arguments = List.copyOf(arguments);
    traits = Set.copyOf(traits);
  }

  /** What may be special about a builtin. */
  public enum Trait {
    /** Its result depends on more than its arguments, so calls are never folded at compile time. */
    NON_DETERMINISTIC,
    /**
     * It has many results: the body returns an array of them and a call iterates over it ({@code
     * walk}).
     */
    RELATION,
    /** Rejected in Rego v1 modules and in strict mode. */
    DEPRECATED,
    /** Reaches outside of the process, so it works only where the host lends a service. */
    OUTWARD,
    /** The compiler or the planner implements it; the body is never called. */
    COMPILED_AWAY
  }

  /**
   * An argument or the result.
   *
   * @param name the documented name, or empty
   * @param type the declared type
   * @param description what it is, or empty
   */
  public record Parameter(String name, RegoType type, String description) {}

  /** Returns the type of the function. */
  public RegoType.Function type() {
    List<RegoType> types = new ArrayList<>();
    arguments.forEach(a -> types.add(a.type()));
    Optional<RegoType> rest =
        variadic ? Optional.of(types.remove(types.size() - 1)) : Optional.empty();
    return new RegoType.Function(types, rest, result.map(Parameter::type));
  }

  /** Returns whether the builtin has the trait. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Starts a row. */
  public static Row named(String name) {
    return new Row(name);
  }

  /** A body of no arguments. */
  @FunctionalInterface
  public interface Fn0 {
    /** Returns the result, or {@code null} for undefined. */
    @Nullable Value apply(BuiltinContext context);
  }

  /** A body of one argument. */
  @FunctionalInterface
  public interface Fn1<A> {
    /** Returns the result, or {@code null} for undefined. */
    @Nullable Value apply(BuiltinContext context, A a);
  }

  /** A body of two arguments. */
  @FunctionalInterface
  public interface Fn2<A, B> {
    /** Returns the result, or {@code null} for undefined. */
    @Nullable Value apply(BuiltinContext context, A a, B b);
  }

  /** A body of three arguments. */
  @FunctionalInterface
  public interface Fn3<A, B, C> {
    /** Returns the result, or {@code null} for undefined. */
    @Nullable Value apply(BuiltinContext context, A a, B b, C c);
  }

  /** A body of any number of arguments. */
  @FunctionalInterface
  public interface FnN {
    /** Returns the result, or {@code null} for undefined. */
    @Nullable Value apply(BuiltinContext context, Value[] arguments);
  }

  /** A row in the making. */
  @SuppressWarnings("overloads") // a body is a lambda only as FnN; a BuiltinBody is always a value
  public static final class Row {
    private final String name;
    private Optional<String> infix = Optional.empty();
    private String doc = "";
    private final List<Parameter> arguments = new ArrayList<>();
    private boolean variadic;
    private Optional<Parameter> result = Optional.empty();
    private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);

    private Row(String name) {
      this.name = name;
    }

    /** Sets the operator that stands for the builtin. */
    public Row infix(String operator) {
      infix = Optional.of(operator);
      return this;
    }

    /** Sets the documentation. */
    public Row doc(String text) {
      doc = text;
      return this;
    }

    /** Adds an argument. */
    public Row arg(String argument, RegoType type, String description) {
      arguments.add(new Parameter(argument, type, description));
      return this;
    }

    /** Adds an argument without a description. */
    public Row arg(String argument, RegoType type) {
      return arg(argument, type, "");
    }

    /** Adds a last argument of which there may be any number. */
    public Row rest(String argument, RegoType type, String description) {
      variadic = true;
      return arg(argument, type, description);
    }

    /** Sets the result. */
    public Row result(String resultName, RegoType type, String description) {
      result = Optional.of(new Parameter(resultName, type, description));
      return this;
    }

    /** Sets the result, without a description. */
    public Row result(String resultName, RegoType type) {
      return result(resultName, type, "");
    }

    /** Adds a trait. */
    public Row trait(Trait trait) {
      traits.add(trait);
      return this;
    }

    /** Ends the row with a body without arguments. */
    public Builtin body(Fn0 fn) {
      return body((FnN) (ctx, args) -> fn.apply(ctx));
    }

    /** Ends the row with a body of one argument. */
    public <A> Builtin body(Operand<A> first, Fn1<A> fn) {
      return body(new Bodies.Of1<>(first, fn));
    }

    /** Ends the row with a body of two arguments. */
    public <A, B> Builtin body(Operand<A> first, Operand<B> second, Fn2<A, B> fn) {
      return body(new Bodies.Of2<>(first, second, fn));
    }

    /** Ends the row with a body of three arguments. */
    public <A, B, C> Builtin body(
        Operand<A> first, Operand<B> second, Operand<C> third, Fn3<A, B, C> fn) {
      return body(new Bodies.Of3<>(first, second, third, fn));
    }

    /** Ends the row with a body that takes the arguments as they are. */
    public Builtin body(FnN fn) {
      return body(new Bodies.OfN(fn));
    }

    /** Ends the row with a body. */
    public Builtin body(BuiltinBody body) {
      return new Builtin(name, infix, doc, arguments, variadic, result, traits, body);
    }
  }
}
