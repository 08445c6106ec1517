package dev.portcullis.rego.parser;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the YAML of a metadata block as Go's YAML library reads it. */
final class AnnotationYaml {
  /** More nodes than this come from aliases of aliases only. */
  private static final int MOST_NODES = 100_000;

  private static final int DEEPEST = 100;

  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
  private static final Pattern PREFIXED =
      Pattern.compile("[-+]?0(x[0-9a-fA-F_]+|o[0-7_]+|b[01_]+|[0-7_]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");

  private int nodes;

  private AnnotationYaml() {}

  /** The YAML is wrong, at a line of the block from 1; negative if it has no line. */
  static final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String problem;

    YamlException(int line, String problem) {
      super(problem, null, false, false);
      this.line = line;
      this.problem = problem;
    }

    String problem() {
      return problem;
    }

    int line() {
      return line;
    }
  }

  /** A value and the line at which it begins. */
  record Located(Value value, int line) {}

  /** Returns the top mapping's values. */
  static Map<String, Located> read(String yaml) throws YamlException {
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setAllowDuplicateKeys(true)
              .setMaxAliasesForCollections(50)
              .build();
      checkDepth(events(settings, yaml));
      root = new Composer(settings, events(settings, yaml)).getSingleNode();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      throw new YamlException(line, "yaml: line " + line + ": " + problem(e));
    } catch (YamlEngineException e) {
      throw new YamlException(-1, "yaml: " + e.getMessage());
    }
    if (root.isEmpty()) {
      return Map.of();
    }
    if (!(root.get() instanceof MappingNode mapping)) {
      throw mismatch(root.get(), "ast.rawAnnotation");
    }
    AnnotationYaml reader = new AnnotationYaml();
    Map<String, Located> fields = new HashMap<>();
    for (Map.Entry<Value, Node> entry : reader.entries(mapping).entrySet()) {
      if (entry.getKey() instanceof StringValue key) {
        Value value = reader.value(entry.getValue(), 0);
        fields.put(key.value(), new Located(value, line(entry.getValue())));
      }
    }
    return fields;
  }

  private static ParserImpl events(LoadSettings settings, String yaml) {
    return new ParserImpl(settings, new StreamReader(settings, yaml));
  }

  /** The composer recurses, so depth is measured on the events. */
  private static void checkDepth(ParserImpl events) throws YamlException {
    int depth = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new YamlException(-1, "yaml: exceeded max depth of " + DEEPEST);
      }
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    return problem.equals("mapping values are not allowed here")
        ? "mapping values are not allowed in this context"
        : problem;
  }

  private static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
  }

  private static YamlException mismatch(Node node, String type) {
    String tag =
        node instanceof SequenceNode ? "!!seq" : node instanceof MappingNode ? "!!map" : "!!str";
    String text = node instanceof ScalarNode s ? " `" + s.getValue() + "`" : "";
    int line = line(node);
    return new YamlException(
        line,
        "yaml: unmarshal errors:\n  line "
            + line
            + ": cannot unmarshal "
            + tag
            + text
            + " into "
            + type);
  }

  private Map<Value, Node> entries(MappingNode mapping) throws YamlException {
    Map<Value, Node> entries = new java.util.LinkedHashMap<>();
    Map<Value, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Value key = value(tuple.getKeyNode(), 0);
      int line = line(tuple.getKeyNode());
      Integer before = lines.put(key, line);
      if (before != null) {
        throw new YamlException(
            line,
            "yaml: unmarshal errors:\n  line "
                + line
                + ": mapping key "
                + key
                + " already defined at line "
                + before);
      }
      entries.put(key, tuple.getValueNode());
    }
    return entries;
  }

  private Value value(Node node, int depth) throws YamlException {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new YamlException(-1, "yaml: document contains excessive aliasing");
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, depth + 1));
      }
      return ArrayValue.of(items);
    }
    if (node instanceof MappingNode mapping) {
      ObjectValue.Builder out = ObjectValue.builder();
      for (Map.Entry<Value, Node> entry : entries(mapping).entrySet()) {
        if (!(entry.getKey() instanceof StringValue)) {
          throw new YamlException(-1, "invalid map key type(s): ");
        }
        out.put(entry.getKey(), value(entry.getValue(), depth + 1));
      }
      return out.build();
    }
    return node instanceof ScalarNode scalar ? scalar(scalar) : NullValue.NULL;
  }

  private static Value scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return StringValue.of(text);
    }
    if (NULL.matcher(text).matches()) {
      return NullValue.NULL;
    } else if (TRUE.matcher(text).matches()) {
      return BooleanValue.TRUE;
    } else if (FALSE.matcher(text).matches()) {
      return BooleanValue.FALSE;
    } else if (DECIMAL.matcher(text).matches()) {
      return NumberValue.of(new BigInteger(text.replace("_", "").replace("+", "")));
    } else if (PREFIXED.matcher(text).matches()) {
      return prefixed(text);
    } else if (FLOAT.matcher(text).matches()) {
      return floating(text);
    }
    return StringValue.of(text);
  }

  private static Value prefixed(String text) {
    boolean negative = text.startsWith("-");
    String digits = text.replace("_", "").replaceFirst("^[-+]?0", "");
    int radix = digits.startsWith("x") ? 16 : digits.startsWith("b") ? 2 : 8;
    if (!Character.isDigit(digits.charAt(0))) {
      digits = digits.substring(1);
    }
    if (digits.isEmpty()) {
      return StringValue.of(text);
    }
    BigInteger value = new BigInteger(digits, radix);
    return NumberValue.of(negative ? value.negate() : value);
  }

  private static Value floating(String text) {
    java.math.BigDecimal value = new java.math.BigDecimal(text);
    return NumberValue.parse(value.toString().replace("E+", "e+").replace("E-", "e-"));
  }
}
