package dev.portcullis.document.dockerfile;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.PlaceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shapes in which policies see a Dockerfile. */
enum DockerfileShape {
  /**
   * {@code {"Stages": [{"Name", "Commands": [{"Cmd", "SubCmd", "Flags", "Value", "Original",
   * "JSON", "Stage", "Path", "StartLine", "EndLine"}]}]}}. What stands before the first {@code
   * FROM} is a stage without a name.
   */
  STAGES {
    @Override
    Value value(Dockerfile file, String path) {
      List<Value> stages = new ArrayList<>();
      // The first FROM and what stands before it are both in stage 0.
      int number = -1;
      for (List<Instruction> stage : stages(file)) {
        number += isFrom(stage.get(0)) ? 1 : 0;
        List<Value> commands = new ArrayList<>();
        for (Instruction instruction : stage) {
          boolean script = runsHeredoc(instruction);
          commands.add(
              command(instruction, Math.max(0, number))
                  .put(
                      "Original",
                      StringValue.of(
                          script ? Heredocs.original(instruction) : instruction.original()))
                  .put(
                      "Value",
                      script
                          ? ArrayValue.of(StringValue.of(Heredocs.command(instruction)))
                          : strings(instruction.values()))
                  .put("Path", StringValue.of(path))
                  .put("StartLine", NumberValue.of(instruction.place().startRow()))
                  .put("EndLine", NumberValue.of(instruction.place().endRow()))
                  .build());
        }
        stages.add(
            ObjectValue.builder()
                .put("Name", StringValue.of(stageName(stage.get(0))))
                .put("Commands", ArrayValue.of(commands))
                .build());
      }
      return ObjectValue.builder().put("Stages", ArrayValue.of(stages)).build();
    }

    @Override
    PlaceTree places(Dockerfile file) {
      PlaceTree stages = new PlaceTree(1, 1);
      for (List<Instruction> stage : stages(file)) {
        PlaceTree commands = place(stage.get(0));
        stage.forEach(instruction -> commands.add(commandPlaces(instruction)));
        PlaceTree stagePlace = place(stage.get(0));
        put(stagePlace, "Name", place(stage.get(0)));
        put(stagePlace, "Commands", commands);
        stages.add(stagePlace);
      }
      PlaceTree root = new PlaceTree(1, 1);
      put(root, "Stages", stages);
      return root;
    }
  },

  /**
   * {@code [{"Cmd", "SubCmd", "JSON", "Flags", "Value", "Stage"}]}, with a command {@code comment}
   * for each comment before an instruction.
   */
  COMMANDS {
    @Override
    Value value(Dockerfile file, String path) {
      List<Value> commands = new ArrayList<>();
      int stage = 0;
      boolean fromSeen = false;
      for (Instruction instruction : file.instructions()) {
        stage += isFrom(instruction) && fromSeen ? 1 : 0;
        fromSeen |= isFrom(instruction);
        for (String comment : instruction.comments()) {
          commands.add(
              ObjectValue.builder()
                  .put("Cmd", StringValue.of("comment"))
                  .put("SubCmd", StringValue.EMPTY)
                  .put("JSON", BooleanValue.FALSE)
                  .put("Flags", ArrayValue.EMPTY)
                  .put("Value", ArrayValue.of(StringValue.of(comment)))
                  .put("Stage", NumberValue.of(stage))
                  .build());
        }
        commands.add(
            command(instruction, stage).put("Value", strings(instruction.values())).build());
      }
      return ArrayValue.of(commands);
    }

    @Override
    PlaceTree places(Dockerfile file) {
      PlaceTree root = new PlaceTree(1, 1);
      for (Instruction instruction : file.instructions()) {
        instruction.comments().forEach(comment -> root.add(place(instruction)));
        root.add(commandPlaces(instruction));
      }
      return root;
    }
  };

  private static final List<String> KEYS =
      List.of(
          "Cmd",
          "SubCmd",
          "Flags",
          "Value",
          "Original",
          "JSON",
          "Stage",
          "Path",
          "StartLine",
          "EndLine");

  /** Returns what policies see. */
  abstract Value value(Dockerfile file, String path);

  /** Returns where what policies see stands: everything of an instruction where that begins. */
  abstract PlaceTree places(Dockerfile file);

  private static ObjectValue.Builder command(Instruction instruction, int stage) {
    return ObjectValue.builder(10)
        .put("Cmd", StringValue.of(instruction.name()))
        .put("SubCmd", StringValue.of(instruction.nested().map(n -> n.name()).orElse("")))
        .put("Flags", strings(instruction.flags()))
        .put("JSON", BooleanValue.of(instruction.json()))
        .put("Stage", NumberValue.of(stage));
  }

  /** An {@code ONBUILD} keeps its here-documents for the build that triggers it. */
  private static boolean runsHeredoc(Instruction instruction) {
    return !instruction.heredocs().isEmpty()
        && instruction.nested().isEmpty()
        && !instruction.values().isEmpty();
  }

  private static ArrayValue strings(List<String> texts) {
    return ArrayValue.of(texts.stream().map(StringValue::of).toList());
  }

  private static boolean isFrom(Instruction instruction) {
    return instruction.name().equals("from");
  }

  private static List<List<Instruction>> stages(Dockerfile file) {
    List<List<Instruction>> stages = new ArrayList<>();
    for (Instruction instruction : file.instructions()) {
      if (stages.isEmpty() || isFrom(instruction)) {
        stages.add(new ArrayList<>());
      }
      stages.get(stages.size() - 1).add(instruction);
    }
    return stages;
  }

  private static String stageName(Instruction first) {
    if (!isFrom(first)) {
      return "";
    }
    String original = first.original().strip();
    boolean named = original.toLowerCase(Locale.ROOT).startsWith("from");
    return named ? original.substring("from".length()).strip() : original;
  }

  private static PlaceTree place(Instruction instruction) {
    return new PlaceTree(instruction.place().startRow(), instruction.place().column());
  }

  private static PlaceTree commandPlaces(Instruction instruction) {
    PlaceTree command = place(instruction);
    for (String key : KEYS) {
      PlaceTree part = place(instruction);
      List<String> elements =
          switch (key) {
            case "Value" -> instruction.values();
            case "Flags" -> instruction.flags();
            default -> List.of();
          };
      elements.forEach(element -> part.add(place(instruction)));
      put(command, key, part);
    }
    return command;
  }

  private static void put(PlaceTree around, String key, PlaceTree value) {
    around.put(key, new PlaceTree.Entry(value.row(), value.column(), value));
  }
}
