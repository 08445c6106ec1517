package dev.portcullis.document.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the text of an instruction into words. */
final class Words {
  private Words() {}

  /** Returns whether {@code c} separates words: a blank other than the end of a line. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B;
  }

  /** Returns the words between blanks; at the edges there may be empty ones. */
  static List<String> split(String text, int most) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length() && words.size() < most - 1) {
      if (!isBlank(text.charAt(i))) {
        i++;
        continue;
      }
      words.add(text.substring(start, i));
      while (i < text.length() && isBlank(text.charAt(i))) {
        i++;
      }
      start = i;
    }
    words.add(text.substring(start));
    return words;
  }

  /**
   * The flags of an instruction and what follows them.
   *
   * @param flags the words that begin with two hyphens, without quotes and escapes
   * @param rest the text after them
   */
  record Flags(List<String> flags, String rest) {}

  /** Takes the flags off the beginning of {@code text}; a lone {@code --} ends them. */
  static Flags flags(String text, char escape) {
    List<String> flags = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (!text.startsWith("--", at)) {
        return new Flags(flags, text.substring(at));
      }
      int end = quotedEnd(text, at, escape);
      String flag = unquoted(text.substring(at, end), escape);
      at = end;
      if (flag.equals("--")) {
        return new Flags(flags, text.substring(at));
      }
      flags.add(flag);
    }
  }

  /** Returns the words in which quotes may hold blanks, with their quotes and escapes. */
  static List<String> quoted(String text, char escape) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return words;
      }
      int end = quotedEnd(text, at, escape);
      String word = text.substring(at, end);
      // An escape before the end of the text stands for nothing.
      boolean dangling = end == text.length() && endsInEscape(word, escape);
      String kept = dangling ? word.substring(0, word.length() - 1) : word;
      if (!kept.isEmpty()) {
        words.add(kept);
      }
      at = end;
    }
  }

  private static boolean endsInEscape(String word, char escape) {
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == escape && quote != '\'') {
        if (i + 1 == word.length()) {
          return true;
        }
        i++;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return false;
  }

  /** Returns where the word that begins at {@code from} ends. */
  private static int quotedEnd(String text, int from, char escape) {
    char quote = 0;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == escape && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (Character.isWhitespace(c)) {
        return i;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
      i++;
    }
    return text.length();
  }

  private static String unquoted(String word, char escape) {
    StringBuilder out = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == escape) {
        if (++i < word.length()) {
          out.append(word.charAt(i));
        }
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * Returns the words as a shell cuts them, with their quotes and escapes, or {@code null} if a
   * quote is not closed.
   */
  static @Nullable List<String> shell(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return words;
      }
      int end = quotedEnd(text, at, '\\');
      String word = text.substring(at, end);
      if (end == text.length() && hasOpenQuote(word)) {
        return null;
      }
      words.add(word);
      at = end;
    }
  }

  private static boolean hasOpenQuote(String word) {
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return quote != 0;
  }

  /** Returns a word of a shell without its quotes and escapes. */
  static String shellUnquoted(String word) {
    StringBuilder out = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < word.length()) {
        char next = word.charAt(++i);
        // Between double quotes, a backslash is one unless it stands before one of these.
        boolean special = next == '"' || next == '$' || next == '\\';
        out.append(quote == '"' && !special ? "\\" : "").append(next);
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
