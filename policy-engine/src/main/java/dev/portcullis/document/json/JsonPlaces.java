package dev.portcullis.document.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.portcullis.document.source.Cursor;
import dev.portcullis.document.source.PlaceTree;
import dev.portcullis.document.source.PlaceTree.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds where the parts of a JSON text stand. The text must have been read without an error. */
final class JsonPlaces {
  private final Cursor cursor;
  private final BiConsumer<String, Entry> duplicates;
  private final ArrayDeque<PlaceTree> open = new ArrayDeque<>();
  private final ArrayDeque<Pending> keys = new ArrayDeque<>();
  private @Nullable PlaceTree root;

  private JsonPlaces(byte[] text, BiConsumer<String, Entry> duplicates) {
    this.cursor = new Cursor(text);
    this.duplicates = duplicates;
  }

  /** A key whose value has not been met; {@code name} is null inside of arrays. */
  private static final class Pending {
    @Nullable String name;
    int row;
    int column;
  }

  /**
   * Returns the places of all parts of {@code utf8}.
   *
   * @param duplicates is told of each key that an object has already
   */
  static PlaceTree find(byte[] utf8, BiConsumer<String, Entry> duplicates) {
    byte[] text = JsonReader.wellFormed(utf8);
    JsonPlaces places = new JsonPlaces(text, duplicates);
    try (JsonParser parser = JsonReader.STANDARD.open(text)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        places.accept(t, parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PlaceTree root = places.root;
    return root == null ? new PlaceTree(1, 1) : root;
  }

  private void accept(JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      open.pop();
      keys.pop();
      return;
    }
    cursor.to(parser.currentTokenLocation().getByteOffset());
    if (token == JsonToken.FIELD_NAME) {
      Pending key = keys.getFirst();
      key.name = parser.currentName();
      key.row = cursor.row();
      key.column = cursor.column();
      return;
    }
    PlaceTree here = new PlaceTree(cursor.row(), cursor.column());
    PlaceTree around = open.peek();
    if (around == null) {
      root = here;
    } else {
      place(around, keys.getFirst(), here);
    }
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      open.push(here);
      keys.push(new Pending());
    }
  }

  private void place(PlaceTree around, Pending key, PlaceTree here) {
    if (key.name == null) {
      around.add(here);
      return;
    }
    Entry entry = new Entry(key.row, key.column, here);
    if (around.members().containsKey(key.name)) {
      duplicates.accept(key.name, entry);
    }
    around.put(key.name, entry);
  }
}
