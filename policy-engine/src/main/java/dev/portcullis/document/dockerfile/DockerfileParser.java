package dev.portcullis.document.dockerfile;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.document.dockerfile.Instruction.Heredoc;
import dev.portcullis.document.dockerfile.Instruction.Place;
import dev.portcullis.document.dockerfile.InstructionParser.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Dockerfile the way the builder does: directives first, comments away, continuations
 * joined, here-documents taken in. A wrong instruction does not keep the others from being read.
 */
final class DockerfileParser {
  private static final Pattern HEREDOC = Pattern.compile("\\d*<<(-?)([^<]+)", Pattern.DOTALL);

  private final String source;
  private final List<String> lines;
  private final Directives directives = new Directives();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private List<String> comments = new ArrayList<>();

  /** The number of lines that have been read. */
  private int row;

  private DockerfileParser(String text, String source) {
    this.source = source;
    this.lines = lines(text);
  }

  /** Reads {@code text}, which has no byte order mark. */
  static Dockerfile parse(String text, String source) {
    DockerfileParser parser = new DockerfileParser(text, source);
    while (parser.row < parser.lines.size()) {
      parser.next();
    }
    if (parser.instructions.isEmpty() && parser.diagnostics.isEmpty()) {
      parser.error(1, 1, "file with no instructions");
    }
    return new Dockerfile(parser.instructions, parser.diagnostics);
  }

  /** Returns the lines with their ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', start)) {
      lines.add(text.substring(start, i + 1));
      start = i + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** Reads a comment, an empty line or an instruction. */
  private void next() {
    String raw = withoutEnd(lines.get(row++));
    String line = raw.stripLeading();
    try {
      if (directives.accept(line)) {
        return;
      }
    } catch (DockerfileException e) {
      error(row, 1, e.getMessage());
      return;
    }
    if (line.startsWith("#")) {
      // As the builder has it: the first character goes, whether it is the sign or a blank.
      String comment = raw.substring(1).strip();
      if (comment.isEmpty()) {
        comments = new ArrayList<>();
      } else {
        comments.add(comment);
      }
    } else if (!line.isEmpty()) {
      int start = row;
      int column = raw.codePointCount(0, raw.length() - line.length()) + 1;
      instruction(joined(line), start, column);
      comments = new ArrayList<>();
    }
  }

  /** Returns an instruction's line together with those that continue it. */
  private String joined(String first) {
    StringBuilder out = new StringBuilder();
    boolean emptyLine = false;
    int end = continuation(first);
    out.append(first, 0, end < 0 ? first.length() : end);
    while (end >= 0 && row < lines.size()) {
      String line = withoutEnd(lines.get(row++));
      if (line.stripLeading().startsWith("#")) {
        continue;
      }
      if (line.isBlank()) {
        emptyLine = true;
        continue;
      }
      end = continuation(line);
      out.append(line, 0, end < 0 ? line.length() : end);
    }
    if (emptyLine) {
      diagnostics.add(
          Diagnostic.warning(
              DiagnosticCode.DOCUMENT_WARNING,
              "empty continuation line in the instruction that ends here",
              new Location(source, row, 1)));
    }
    return out.toString();
  }

  /** Returns where the sign that continues {@code line} stands, or -1. */
  private int continuation(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    char escape = directives.escape();
    boolean continued =
        end > 0 && line.charAt(end - 1) == escape && (end == 1 || line.charAt(end - 2) != escape);
    return continued ? end - 1 : -1;
  }

  private void instruction(String line, int start, int column) {
    Line parsed;
    try {
      parsed = new InstructionParser(directives.escape()).parse(line);
    } catch (DockerfileException e) {
      error(start, column, e.getMessage());
      return;
    }
    List<Heredoc> heredocs = parsed.takesHeredocs() ? heredocs(line, start, column) : List.of();
    instructions.add(
        new Instruction(
            parsed.kind().name().toLowerCase(java.util.Locale.ROOT),
            parsed.nested(),
            parsed.flags(),
            parsed.values(),
            parsed.json(),
            line,
            heredocs,
            comments,
            new Place(start, row, column)));
  }

  private List<Heredoc> heredocs(String line, int start, int column) {
    List<Heredoc> heredocs = new ArrayList<>();
    List<String> words = line.contains("<<") ? Words.shell(line) : null;
    if (words == null) {
      return heredocs;
    }
    for (String word : words) {
      Matcher match = HEREDOC.matcher(word);
      if (!match.matches()) {
        continue;
      }
      String name = Words.shellUnquoted(match.group(2));
      boolean quoted = match.group(2).indexOf('"') >= 0 || match.group(2).indexOf('\'') >= 0;
      boolean chomp = !match.group(1).isEmpty();
      String content = heredoc(name, chomp);
      if (content == null) {
        error(start, column, "unterminated heredoc");
        return heredocs;
      }
      heredocs.add(new Heredoc(name, chomp, !quoted, content));
    }
    return heredocs;
  }

  /** Returns the lines up to the one that is {@code name}, or {@code null} if there is none. */
  private @org.jspecify.annotations.Nullable String heredoc(String name, boolean chomp) {
    StringBuilder content = new StringBuilder();
    while (row < lines.size()) {
      String line = lines.get(row++);
      String candidate = withoutEnd(line);
      if ((chomp ? Heredocs.withoutTabs(candidate) : candidate).equals(name)) {
        return content.toString();
      }
      content.append(line);
    }
    return null;
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    return line.substring(0, end);
  }

  private void error(int errorRow, int column, String message) {
    diagnostics.add(
        Diagnostic.error(
            DiagnosticCode.DOCUMENT_PARSE_ERROR, message, new Location(source, errorRow, column)));
  }
}
