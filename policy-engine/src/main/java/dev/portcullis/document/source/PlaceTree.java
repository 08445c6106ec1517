package dev.portcullis.document.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value and everything in it stands. Trees may share branches, as the values behind aliases
 * do. Built by one thread, then only read.
 */
public final class PlaceTree {
  private final int row;
  private final int column;
  private final Map<String, Entry> members = new LinkedHashMap<>();
  private final List<PlaceTree> elements = new ArrayList<>();

  /** Creates the tree of a value without parts. */
  public PlaceTree(int row, int column) {
    this.row = row;
    this.column = column;
  }

  /**
   * A value of an object.
   *
   * @param row the line of its key
   * @param column the column of its key
   * @param value the places of the value
   */
  public record Entry(int row, int column, PlaceTree value) {}

  /** Adds an element of an array. */
  public void add(PlaceTree element) {
    elements.add(element);
  }

  /** Sets an entry of an object; it takes the place of one with the same key. */
  public void put(String key, Entry entry) {
    members.put(key, entry);
  }

  /** Returns the entries of an object. */
  public Map<String, Entry> members() {
    return members;
  }

  /** Returns the elements of an array. */
  public List<PlaceTree> elements() {
    return elements;
  }

  /** Returns the line of the value, from 1. */
  public int row() {
    return row;
  }

  /** Returns the column of the value, from 1, in code points. */
  public int column() {
    return column;
  }

  /** Returns the part at a JSON pointer, or {@code null}. */
  @Nullable PlaceTree value(String pointer) {
    PlaceTree at = this;
    for (int i = 0; at != null && i < pointer.length(); i = end(pointer, i)) {
      at = at.step(token(pointer, i));
    }
    return at;
  }

  /** Returns the entry at a JSON pointer, or {@code null}. */
  @Nullable Entry entry(String pointer) {
    int last = pointer.lastIndexOf('/');
    PlaceTree around = last < 0 ? null : value(pointer.substring(0, last));
    return around == null ? null : around.members.get(token(pointer, last));
  }

  private @Nullable PlaceTree step(String token) {
    Entry entry = members.get(token);
    if (entry != null) {
      return entry.value();
    }
    boolean index = !token.isEmpty() && token.length() <= 9;
    for (int i = 0; i < token.length() && index; i++) {
      index = token.charAt(i) >= '0' && token.charAt(i) <= '9';
    }
    int position = index ? Integer.parseInt(token) : Integer.MAX_VALUE;
    return position < elements.size() ? elements.get(position) : null;
  }

  private static int end(String pointer, int slash) {
    int next = pointer.indexOf('/', slash + 1);
    return next < 0 ? pointer.length() : next;
  }

  private static String token(String pointer, int slash) {
    String token = pointer.substring(slash + 1, end(pointer, slash));
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }
}
