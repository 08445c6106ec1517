package dev.portcullis.bundle;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.KubernetesYaml;
import dev.portcullis.rego.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Loads Rego files and data files as OPA's {@code --data} does: a file named outright puts its
 * document at the root, a file in a folder below the folder's path. {@code a.b:PATH} puts
 * everything of {@code PATH} below {@code a.b}. What cannot be read is a diagnostic, and the rest
 * is loaded.
 */
public final class FileLoader {
  private final Predicate<Path> wanted;
  private final List<SourceText> modules = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final DataTree data = new DataTree();

  /** Creates a loader that leaves files of folders aside for which {@code wanted} is false. */
  public FileLoader(Predicate<Path> wanted) {
    this.wanted = wanted;
  }

  /** Loads {@code paths}, each with an optional prefix. */
  public static LoadedFiles load(List<String> paths) {
    FileLoader loader = new FileLoader(file -> true);
    paths.forEach(loader::add);
    return loader.finish();
  }

  /** Adds a file or a folder, with an optional prefix. */
  public void add(String spec) {
    Prefixed prefixed = Prefixed.parse(spec);
    Path path = prefixed.path();
    if (Files.isDirectory(path)) {
      folder(path, prefixed.prefix(), wanted);
    } else if (isModule(path) || isData(path)) {
      read(path, prefixed.prefix());
    } else if (Files.exists(path)) {
      problem(
          path,
          "unrecognized file type",
          "Name .rego, .json, .yaml or .yml files, or folders of them.");
    } else {
      problem(path, "no such file or directory", "Check the spelling and the current folder.");
    }
  }

  /**
   * Adds a folder that is a bundle: its Rego files, and the files called {@code data.json} or
   * {@code data.yaml}.
   */
  public void addBundle(Path folder) {
    folder(folder, List.of(), wanted.and(FileLoader::isBundleFile));
  }

  private static boolean isBundleFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return isModule(file)
        || name.equals("data.json")
        || name.equals("data.yaml")
        || name.equals("data.yml");
  }

  private record Prefixed(List<String> prefix, Path path) {
    static Prefixed parse(String spec) {
      String plain = spec.startsWith("file://") ? spec.substring("file://".length()) : spec;
      int colon = plain.indexOf(':');
      if (colon <= 0 || Files.exists(Path.of(plain))) {
        return new Prefixed(List.of(), Path.of(plain));
      }
      String prefix = plain.substring(0, colon);
      prefix = prefix.startsWith("data.") ? prefix.substring("data.".length()) : prefix;
      return new Prefixed(Arrays.asList(prefix.split("[./]")), Path.of(plain.substring(colon + 1)));
    }
  }

  private static boolean isModule(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".rego");
  }

  private static boolean isData(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void folder(Path folder, List<String> prefix, Predicate<Path> accepted) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sorted =
          files
              .filter(f -> Files.isRegularFile(f) && (isModule(f) || isData(f)))
              .filter(f -> !isHidden(folder, f) && accepted.test(f))
              .sorted()
              .toList();
      for (Path file : sorted) {
        List<String> place = new ArrayList<>(prefix);
        Path parent = folder.relativize(file).getParent();
        if (parent != null) {
          parent.forEach(step -> place.add(step.toString()));
        }
        read(file, place);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      problem(folder, "cannot be read: " + e.getMessage(), "Check the permissions.");
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path step : folder.relativize(file)) {
      if (step.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void read(Path file, List<String> place) {
    String name = file.normalize().toString();
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (isModule(file)) {
        modules.add(new SourceText(name, new String(bytes, StandardCharsets.UTF_8)));
      } else {
        Optional<Diagnostic> conflict = data.put(place, parse(file, bytes), name);
        conflict.ifPresent(diagnostics::add);
      }
    } catch (SyntaxException e) {
      diagnostics.add(e.toDiagnostic(name));
    } catch (NoSuchFileException e) {
      problem(file, "no such file or directory", "Check the spelling and the current folder.");
    } catch (IOException e) {
      problem(file, "cannot be read: " + e.getMessage(), "Check the permissions.");
    }
  }

  /** Reads a document as JSON or YAML, by the file's name. */
  public static Value parse(Path file, byte[] bytes) {
    return file.toString().endsWith(".json")
        ? JsonReader.STANDARD.read(bytes)
        : KubernetesYaml.read(bytes);
  }

  private void problem(Path path, String message, String hint) {
    diagnostics.add(
        Diagnostic.error(DiagnosticCode.IO_ERROR, path + ": " + message).withHint(hint));
  }

  /** Returns what was loaded. */
  public LoadedFiles finish() {
    return new LoadedFiles(modules, data.build(), diagnostics);
  }
}
