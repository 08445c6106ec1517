package dev.portcullis.document.dockerfile;

import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.document.source.Cursor;
import dev.portcullis.document.source.LazyPositions;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.source.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Dockerfiles: one document each, in one of the shapes that policies are written for. */
public final class DockerfileFormat implements DocumentFormat {
  private static final Pattern NAME =
      Pattern.compile("(.*[-_.])?(dockerfile|containerfile)([-_.].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_EXTENSION =
      Pattern.compile(
          ".*\\.(dockerignore|ya?ml|json|md|txt|sh|ps1|go|java|py|js|ts|rego|tpl|tmpl|j2)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIRST_INSTRUCTION =
      Pattern.compile(
          "([ \\t]*+(#[^\\n]*+)?\\n)*+[ \\t]*+(FROM|ARG)[ \\t]+\\S.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String name;
  private final DockerfileShape shape;

  private DockerfileFormat(String name, DockerfileShape shape) {
    this.name = name;
    this.shape = shape;
  }

  /** Returns the format {@code dockerfile}: an object of stages with their commands. */
  public static DockerfileFormat stages() {
    return new DockerfileFormat("dockerfile", DockerfileShape.STAGES);
  }

  /**
   * Returns the format {@code dockerfile-commands}: an array of commands. It is never found by name
   * or content, but has to be asked for.
   */
  public static DockerfileFormat commands() {
    return new DockerfileFormat("dockerfile-commands", DockerfileShape.COMMANDS);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean acceptsName(String fileName) {
    return shape == DockerfileShape.STAGES
        && NAME.matcher(fileName).matches()
        && !OTHER_EXTENSION.matcher(fileName).matches();
  }

  @Override
  public boolean acceptsContent(String head) {
    return shape == DockerfileShape.STAGES
        && FIRST_INSTRUCTION.matcher(head.replace("\r", "")).matches();
  }

  @Override
  public Parsed read(byte[] text, String source) {
    int limit = ReadLimits.DEFAULT.maxBytes();
    byte[] unmarked = Utf8.withoutMark(text);
    int invalid = Utf8.survey(unmarked).ascii() ? -1 : Utf8.firstInvalid(unmarked);
    SyntaxException mistake =
        text.length > limit
            ? new SyntaxException("the text is longer than " + limit + " bytes", 1, 1)
            : invalid >= 0 ? new Cursor(unmarked).to(invalid).error("the text is not UTF-8") : null;
    if (mistake != null) {
      return new Parsed(List.of(), List.of(mistake.toDiagnostic(source)));
    }
    Dockerfile file = DockerfileParser.parse(new String(unmarked, StandardCharsets.UTF_8), source);
    if (file.hasErrors()) {
      return new Parsed(List.of(), file.diagnostics());
    }
    LazyPositions positions = new LazyPositions(source, () -> shape.places(file));
    return new Parsed(
        List.of(new Part(0, shape.value(file, source), positions)), file.diagnostics());
  }
}
