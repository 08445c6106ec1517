package dev.portcullis.document.dockerfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The instructions, and how each reads its arguments. */
enum InstructionKind {
  ADD(Form.JSON_OR_WORDS, 2),
  ARG(Form.QUOTED_WORDS, 1),
  CMD(Form.JSON_OR_TEXT, 0),
  COPY(Form.JSON_OR_WORDS, 2),
  ENTRYPOINT(Form.JSON_OR_TEXT, 0),
  ENV(Form.PAIRS, 1),
  EXPOSE(Form.WORDS, 1),
  FROM(Form.WORDS, 1),
  HEALTHCHECK(Form.HEALTH_CHECK, 1),
  LABEL(Form.PAIRS, 1),
  MAINTAINER(Form.TEXT, 1),
  ONBUILD(Form.INSTRUCTION, 1),
  RUN(Form.JSON_OR_TEXT, 0),
  SHELL(Form.JSON_OR_TEXT, 1),
  STOPSIGNAL(Form.TEXT, 1),
  USER(Form.TEXT, 1),
  VOLUME(Form.JSON_OR_WORDS, 1),
  WORKDIR(Form.TEXT, 1);

  /** The ways to read arguments. */
  enum Form {
    /** Words between blanks. */
    WORDS,
    /** Words between blanks, in which quotes may hold blanks; the quotes are kept. */
    QUOTED_WORDS,
    /** All of it. */
    TEXT,
    /** A JSON array of strings, else all of it. */
    JSON_OR_TEXT,
    /** A JSON array of strings, else words between blanks. */
    JSON_OR_WORDS,
    /** {@code name=value} any number of times, or {@code name value}. */
    PAIRS,
    /** A word, then {@link #JSON_OR_TEXT}. */
    HEALTH_CHECK,
    /** Another instruction. */
    INSTRUCTION
  }

  private final Form form;
  private final int leastValues;

  InstructionKind(Form form, int leastValues) {
    this.form = form;
    this.leastValues = leastValues;
  }

  /** Returns how the arguments are read. */
  Form form() {
    return form;
  }

  /** Returns how many arguments there must be. */
  int leastValues() {
    return leastValues;
  }

  /** Returns whether here-documents may follow the line. */
  boolean takesHeredocs() {
    return this == ADD || this == COPY || this == RUN;
  }

  /** Returns the instruction called {@code name} in any case, or {@code null}. */
  static @Nullable InstructionKind of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (InstructionKind kind : values()) {
      if (kind.name().equals(upper)) {
        return kind;
      }
    }
    return null;
  }
}
