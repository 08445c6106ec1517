package dev.portcullis.document.dockerfile;

import dev.portcullis.document.dockerfile.Instruction.Heredoc;
import java.util.ArrayList;
import java.util.List;

/** What the shape with stages shows of here-documents. */
final class Heredocs {
  private Heredocs() {}

  /** Returns the whole text of an instruction, here-documents included. */
  static String original(Instruction instruction) {
    StringBuilder out = new StringBuilder(instruction.original()).append('\n');
    List<Heredoc> heredocs = instruction.heredocs();
    for (int i = 0; i < heredocs.size(); i++) {
      out.append(i > 0 ? "\n" : "")
          .append(heredocs.get(i).content())
          .append(heredocs.get(i).name());
    }
    return out.toString();
  }

  /**
   * Returns what runs: the commands of a here-document that is all there is, one after the other,
   * else the text as the shell gets it.
   */
  static String command(Instruction instruction) {
    Heredoc first = instruction.heredocs().get(0);
    String argument = instruction.values().get(0);
    if (!isAlone(argument) || first.content().startsWith("#!")) {
      StringBuilder out = new StringBuilder(argument);
      for (Heredoc heredoc : instruction.heredocs()) {
        out.append('\n').append(heredoc.content()).append(heredoc.name());
      }
      return out.toString();
    }
    List<String> commands = new ArrayList<>();
    String content = first.content().replace("\r\n", "\n");
    String text = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    for (String line : text.split("\n", -1)) {
      commands.add(first.chomp() ? withoutTabs(line) : line);
    }
    return String.join(" ; ", commands);
  }

  private static boolean isAlone(String argument) {
    List<String> words = Words.shell(argument);
    return words != null && words.size() == 1 && argument.matches("\\d*<<-?[^<]+");
  }

  /** Returns {@code line} without the tabs at its beginning. */
  static String withoutTabs(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    return line.substring(start);
  }
}
