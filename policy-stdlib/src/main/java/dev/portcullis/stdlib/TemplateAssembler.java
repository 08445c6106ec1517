package dev.portcullis.stdlib;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts shared Rego libraries into templates. A template names a library as an item {@code -
 * lib/pods.rego} of its {@code libs}; Gatekeeper wants the library's text there. The item becomes a
 * block scalar, so that nothing above it moves: the lines of the template's own Rego stay those of
 * its file, as {@code libs} stands last.
 */
final class TemplateAssembler {
  private static final Pattern ITEM = Pattern.compile("( *)- lib/([a-z_]+\\.rego)");

  private final UnaryOperator<String> libraries;

  /**
   * Creates an assembler.
   *
   * @param libraries the text of a library by its file name
   */
  TemplateAssembler(UnaryOperator<String> libraries) {
    this.libraries = libraries;
  }

  String assemble(String template) {
    StringBuilder text = new StringBuilder(template.length() * 4);
    for (String line : template.lines().toList()) {
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        appendBlock(text, item.group(1), libraries.apply(item.group(2)));
      } else {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  private static void appendBlock(StringBuilder text, String indent, String library) {
    text.append(indent).append("- |\n");
    for (String line : library.lines().toList()) {
      if (!line.isBlank()) {
        text.append(indent).append("  ").append(line);
      }
      text.append('\n');
    }
  }
}
