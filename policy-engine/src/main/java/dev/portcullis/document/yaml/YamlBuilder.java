package dev.portcullis.document.yaml;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.KeyTable;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Turns the events of one YAML document into a {@link Value}, without recursion. Aliases share the
 * value they stand for; how many values they stand for in all is counted and bounded, since whoever
 * walks over the result meets them all.
 */
final class YamlBuilder {
  private final Dialect dialect;
  private final ReadLimits limits;
  private final Map<String, Node> anchors = new HashMap<>();
  private final ArrayDeque<Frame> open = new ArrayDeque<>();
  private final List<DuplicateKey> duplicates = new ArrayList<>();
  private @Nullable Node root;
  private long aliased;

  YamlBuilder(Dialect dialect, ReadLimits limits) {
    this.dialect = dialect;
    this.limits = limits;
  }

  /** A key that an object has twice, at its second place. */
  record DuplicateKey(String key, int row, int column) {}

  /**
   * What an anchor names: a finished node, or one that is still open.
   *
   * @param value its value
   * @param key the scalar's spelling as a key, if it is a scalar that can be one
   * @param size how many values it holds, itself included
   * @param frame the collection while it is open
   */
  private record Node(Value value, @Nullable String key, long size, @Nullable Frame frame) {}

  /** An array or object of which the end has not been met. */
  private static final class Frame {
    final @Nullable Anchor anchor;
    final boolean mapping;
    final List<Value> elements = new ArrayList<>();
    final ObjectValue.Builder entries = ObjectValue.builder();
    @Nullable StringValue key;
    boolean merging;
    final List<ObjectValue> merges = new ArrayList<>();
    ObjectValue.@Nullable Builder merged;
    long size = 1;

    Frame(@Nullable Anchor anchor, boolean mapping) {
      this.anchor = anchor;
      this.mapping = mapping;
    }

    boolean expectsKey() {
      return mapping && key == null && !merging;
    }
  }

  /** Takes the next event of the document. */
  void accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> checkVersion((DocumentStartEvent) event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> end(event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
  }

  /** Returns the document's value after its last event. */
  Value value() {
    Node node = root;
    return node == null ? NullValue.NULL : node.value();
  }

  /** Returns the keys that were there twice. */
  List<DuplicateKey> duplicates() {
    return duplicates;
  }

  private void checkVersion(DocumentStartEvent event) {
    event
        .getSpecVersion()
        .filter(version -> !dialect.acceptsVersion(version.getMajor(), version.getMinor()))
        .ifPresent(
            version -> {
              throw error(event, "found incompatible YAML document");
            });
  }

  private void scalar(ScalarEvent event) {
    String tag = event.getTag().orElse(null);
    String text = event.getValue();
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    Frame frame = open.peek();
    try {
      if (frame != null && frame.expectsKey()) {
        if (isMerge(tag, text, plain)) {
          frame.merging = true;
        } else {
          String key = dialect.key(tag, text, plain);
          anchor(event, () -> new Node(dialect.value(tag, text, plain), key, 1, null));
          key(frame, key, event);
        }
        return;
      }
      Value value = dialect.value(tag, text, plain);
      anchor(event, () -> new Node(value, keyOrNull(tag, text, plain), 1, null));
      add(value, 1, event, false);
    } catch (ResolutionException e) {
      throw error(event, e.getMessage());
    }
  }

  /** Returns whether a scalar in the place of a key is a merge key. */
  static boolean isMerge(@Nullable String tag, String text, boolean plain) {
    return text.equals("<<") && (plain || (Dialect.TAG_PREFIX + "merge").equals(tag));
  }

  private @Nullable String keyOrNull(@Nullable String tag, String text, boolean plain) {
    try {
      return dialect.key(tag, text, plain);
    } catch (ResolutionException e) {
      return null;
    }
  }

  private void anchor(NodeEvent event, java.util.function.Supplier<Node> node) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node.get()));
  }

  private void alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Node node = anchors.get(name);
    if (node == null) {
      throw error(event, "unknown anchor '" + name + "' referenced");
    } else if (node.frame() != null) {
      throw error(event, "anchor '" + name + "' value contains itself");
    }
    aliased += node.size();
    if (aliased > limits.maxAliased()) {
      throw error(event, "document contains excessive aliasing");
    }
    Frame frame = open.peek();
    if (frame != null && frame.expectsKey()) {
      if (node.key() == null) {
        throw error(event, "invalid map key");
      }
      key(frame, node.key(), event);
    } else {
      add(node.value(), node.size(), event, true);
    }
  }

  private void start(CollectionStartEvent event) {
    Frame around = open.peek();
    if (around != null && around.expectsKey()) {
      throw error(event, "invalid map key");
    }
    if (open.size() == limits.maxDepth()) {
      throw error(event, "nested deeper than " + limits.maxDepth() + " levels");
    }
    Frame frame = new Frame(event.getAnchor().orElse(null), event instanceof MappingStartEvent);
    anchor(event, () -> new Node(NullValue.NULL, null, 0, frame));
    open.push(frame);
  }

  private void end(Event event) {
    Frame frame = open.pop();
    Value value = frame.mapping ? finish(frame) : ArrayValue.of(frame.elements);
    if (frame.anchor != null) {
      // An anchor of the same name inside the collection has taken the name over.
      anchors.computeIfPresent(
          frame.anchor.getValue(),
          (name, node) -> node.frame() == frame ? new Node(value, null, frame.size, null) : node);
    }
    add(value, frame.size, event, false);
  }

  private void key(Frame frame, String text, Event event) {
    StringValue key = KeyTable.share(text);
    boolean known = frame.entries.get(key) != null;
    if (known && (frame.merged == null || frame.merged.get(key) == null)) {
      Mark mark = mark(event);
      duplicates.add(new DuplicateKey(text, mark.getLine() + 1, mark.getColumn() + 1));
    }
    frame.key = key;
  }

  private void add(Value value, long size, Event event, boolean alias) {
    Frame frame = open.peek();
    if (frame == null) {
      root = new Node(value, null, size, null);
      return;
    }
    frame.size += size;
    if (!frame.mapping) {
      frame.elements.add(value);
    } else if (frame.merging) {
      frame.merging = false;
      merge(frame, value, event, alias);
    } else if (frame.key != null) {
      frame.entries.put(frame.key, value);
      frame.key = null;
    }
  }

  private void merge(Frame frame, Value value, Event event, boolean alias) {
    List<ObjectValue> sources = new ArrayList<>();
    if (value instanceof ObjectValue object) {
      sources.add(object);
    } else if (value instanceof ArrayValue array && (!alias || dialect.explicitKeysWin())) {
      for (Value element : array) {
        sources.add(element instanceof ObjectValue object ? object : notMergeable(event));
      }
    } else {
      notMergeable(event);
    }
    for (ObjectValue source : sources) {
      aliased += source.size();
    }
    if (aliased > limits.maxAliased()) {
      throw error(event, "document contains excessive aliasing");
    }
    if (dialect.explicitKeysWin()) {
      frame.merges.addAll(sources);
    } else {
      // Earlier ones take precedence, so they come last.
      for (int i = sources.size() - 1; i >= 0; i--) {
        mergeNow(frame, sources.get(i));
      }
    }
  }

  private ObjectValue notMergeable(Event event) {
    throw error(event, "map merge requires map or sequence of maps as the value");
  }

  private static void mergeNow(Frame frame, ObjectValue source) {
    if (frame.merged == null) {
      frame.merged = ObjectValue.builder();
    }
    for (int i = 0; i < source.size(); i++) {
      frame.entries.put(source.keyInserted(i), source.valueInserted(i));
      frame.merged.put(source.keyInserted(i), NullValue.NULL);
    }
  }

  private static Value finish(Frame frame) {
    for (ObjectValue source : frame.merges) {
      for (int i = 0; i < source.size(); i++) {
        if (frame.entries.get(source.keyInserted(i)) == null) {
          frame.entries.put(source.keyInserted(i), source.valueInserted(i));
        }
      }
    }
    return frame.entries.size() == 0 ? ObjectValue.EMPTY : frame.entries.build();
  }

  private static SyntaxException error(Event event, String message) {
    Mark mark = mark(event);
    return new SyntaxException(message, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Mark mark(Event event) {
    return event.getStartMark().orElseThrow();
  }
}
