package dev.portcullis.document.yaml;

import dev.portcullis.document.source.PlaceTree;
import dev.portcullis.document.source.PlaceTree.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Finds where the parts of a YAML document stand. A part that an alias or a merge key brings stands
 * where it is written. The text must have been read without an error.
 */
final class YamlPlaces {
  private final Dialect dialect;
  private final int rowsBefore;
  private final Map<String, PlaceTree> anchors = new HashMap<>();
  private final Map<String, String> anchoredKeys = new HashMap<>();
  private final ArrayDeque<Frame> open = new ArrayDeque<>();
  private @Nullable PlaceTree root;

  private YamlPlaces(Dialect dialect, int rowsBefore) {
    this.dialect = dialect;
    this.rowsBefore = rowsBefore;
  }

  /** An array or object of which the end has not been met. */
  private static final class Frame {
    final PlaceTree tree;
    final boolean mapping;
    final List<PlaceTree> merges = new ArrayList<>();
    @Nullable String key;
    int row;
    int column;
    boolean merging;

    Frame(PlaceTree tree, boolean mapping) {
      this.tree = tree;
      this.mapping = mapping;
    }
  }

  /**
   * Returns the places of all parts of a document.
   *
   * @param rowsBefore the number of lines of the file before {@code text}
   */
  static PlaceTree find(String text, Dialect dialect, int rowsBefore) {
    YamlPlaces places = new YamlPlaces(dialect, rowsBefore);
    YamlText.eachEvent(text, places::accept);
    PlaceTree root = places.root;
    return root == null ? new PlaceTree(rowsBefore + 1, 1) : root;
  }

  private void accept(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case SequenceStart, MappingStart -> {
        PlaceTree tree = anchored((NodeEvent) event);
        add(tree);
        open.push(new Frame(tree, event instanceof MappingStartEvent));
      }
      case SequenceEnd, MappingEnd -> finish(open.pop());
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
    }
  }

  private PlaceTree anchored(NodeEvent event) {
    Mark mark = event.getStartMark().orElseThrow();
    PlaceTree tree = new PlaceTree(mark.getLine() + 1 + rowsBefore, mark.getColumn() + 1);
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
    return tree;
  }

  private void scalar(ScalarEvent event) {
    PlaceTree place = anchored(event);
    String tag = event.getTag().orElse(null);
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    event
        .getAnchor()
        .ifPresent(anchor -> anchoredKeys.put(anchor.getValue(), key(tag, event, plain)));
    Frame frame = open.peek();
    if (frame == null || !frame.mapping || frame.merging || frame.key != null) {
      add(place);
    } else if (YamlBuilder.isMerge(tag, event.getValue(), plain)) {
      frame.merging = true;
    } else {
      key(frame, key(tag, event, plain), place);
    }
  }

  private String key(@Nullable String tag, ScalarEvent event, boolean plain) {
    try {
      return dialect.key(tag, event.getValue(), plain);
    } catch (ResolutionException e) {
      return "";
    }
  }

  private static void key(Frame frame, String key, PlaceTree place) {
    frame.key = key;
    frame.row = place.row();
    frame.column = place.column();
  }

  private void alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    PlaceTree target = anchors.get(name);
    Frame frame = open.peek();
    if (frame != null && frame.mapping && !frame.merging && frame.key == null) {
      Mark mark = event.getStartMark().orElseThrow();
      key(
          frame,
          anchoredKeys.getOrDefault(name, ""),
          new PlaceTree(mark.getLine() + 1 + rowsBefore, mark.getColumn() + 1));
    } else if (target != null) {
      add(target);
    }
  }

  private void add(PlaceTree tree) {
    Frame frame = open.peek();
    if (frame == null) {
      root = tree;
    } else if (!frame.mapping) {
      frame.tree.add(tree);
    } else if (frame.merging) {
      frame.merging = false;
      frame.merges.add(tree);
    } else if (frame.key != null) {
      frame.tree.put(frame.key, new Entry(frame.row, frame.column, tree));
      frame.key = null;
    }
  }

  /** Which of two entries a merge key lets win changes little about places: the explicit one. */
  private static void finish(Frame frame) {
    for (PlaceTree merge : frame.merges) {
      List<PlaceTree> sources = merge.elements().isEmpty() ? List.of(merge) : merge.elements();
      for (PlaceTree source : sources) {
        source.members().forEach((key, entry) -> frame.tree.members().putIfAbsent(key, entry));
      }
    }
  }
}
