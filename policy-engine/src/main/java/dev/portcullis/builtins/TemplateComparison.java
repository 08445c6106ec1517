package dev.portcullis.builtins;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;

/** The comparisons of Go's {@code text/template}. Numbers of the variables compare as texts. */
final class TemplateComparison {
  private TemplateComparison() {}

  private enum Basic {
    NONE,
    BOOLEAN,
    INTEGER,
    FRACTION,
    TEXT
  }

  static boolean test(String name, List<TemplateValue> arguments) {
    try {
      return switch (name) {
        case "eq" -> equalsAny(arguments);
        case "ne" -> !equal(arguments.get(0), arguments.get(1));
        case "lt" -> less(arguments.get(0), arguments.get(1));
        case "le" -> lessOrEqual(arguments);
        case "gt" -> !lessOrEqual(arguments);
        default -> !less(arguments.get(0), arguments.get(1));
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("error calling " + name + ": " + e.getMessage(), e);
    }
  }

  private static boolean lessOrEqual(List<TemplateValue> arguments) {
    return less(arguments.get(0), arguments.get(1)) || equal(arguments.get(0), arguments.get(1));
  }

  private static boolean equalsAny(List<TemplateValue> arguments) {
    if (arguments.size() < 2) {
      throw new IllegalArgumentException("missing argument for comparison");
    }
    for (int i = 1; i < arguments.size(); i++) {
      if (equal(arguments.get(0), arguments.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(TemplateValue a, TemplateValue b) {
    Basic first = basic(a);
    Basic second = basic(b);
    if (first != second) {
      if (a.isNil() || b.isNil()) {
        return false;
      }
      throw incompatible(a, b);
    }
    return switch (first) {
      case INTEGER -> ((TemplateValue.Whole) a).value() == ((TemplateValue.Whole) b).value();
      case FRACTION -> ((TemplateValue.Fraction) a).value() == ((TemplateValue.Fraction) b).value();
      case TEXT -> text(a).equals(text(b));
      case BOOLEAN -> ((TemplateValue.Data) a).value() == ((TemplateValue.Data) b).value();
      case NONE -> equalCollections(a, b);
    };
  }

  private static boolean equalCollections(TemplateValue a, TemplateValue b) {
    if (a.isNil() || b.isNil()) {
      return a.isNil() && b.isNil();
    }
    boolean arrays = data(a) instanceof ArrayValue;
    if (arrays != data(b) instanceof ArrayValue) {
      throw new IllegalArgumentException(
          "non-comparable types "
              + print(a)
              + ": "
              + a.typeName()
              + ", "
              + b.typeName()
              + ": "
              + print(b));
    }
    throw new IllegalArgumentException("non-comparable type " + print(b) + ": " + b.typeName());
  }

  private static boolean less(TemplateValue a, TemplateValue b) {
    Basic first = basic(a);
    Basic second = basic(b);
    if (first == Basic.NONE || second == Basic.NONE) {
      throw new IllegalArgumentException("invalid type for comparison");
    }
    if (first != second) {
      throw incompatible(a, b);
    }
    return switch (first) {
      case INTEGER -> ((TemplateValue.Whole) a).value() < ((TemplateValue.Whole) b).value();
      case FRACTION -> ((TemplateValue.Fraction) a).value() < ((TemplateValue.Fraction) b).value();
      case TEXT -> StringValue.of(text(a)).compareTo(StringValue.of(text(b))) < 0;
      default -> throw new IllegalArgumentException("invalid type for comparison");
    };
  }

  private static Basic basic(TemplateValue value) {
    if (value instanceof TemplateValue.Whole) {
      return Basic.INTEGER;
    }
    if (value instanceof TemplateValue.Fraction) {
      return Basic.FRACTION;
    }
    Value data = data(value);
    if (data instanceof StringValue || data instanceof NumberValue) {
      return Basic.TEXT;
    }
    return data instanceof BooleanValue ? Basic.BOOLEAN : Basic.NONE;
  }

  private static Value data(TemplateValue value) {
    return value instanceof TemplateValue.Data data ? data.value() : ObjectValue.EMPTY;
  }

  private static String text(TemplateValue value) {
    return data(value) instanceof StringValue string
        ? string.value()
        : ((NumberValue) data(value)).text();
  }

  private static String print(TemplateValue value) {
    return GoFormat.print(List.of(value.argument()), false);
  }

  private static IllegalArgumentException incompatible(TemplateValue a, TemplateValue b) {
    return new IllegalArgumentException(
        "incompatible types for comparison: " + a.typeName() + " and " + b.typeName());
  }
}
