package dev.portcullis.cli;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The documents of a check, and what became of each file that was named or found.
 *
 * @param batch what was read
 * @param files the names of all files, in the order in which they were named and found
 */
record CheckInput(DocumentBatch batch, List<String> files) {
  /** The name of standard input in reports. */
  static final String STDIN = "stdin";

  CheckInput {
    files = List.copyOf(files);
  }

  /** What became of a file. */
  enum Fate {
    /** It holds documents, and all of them could be read. */
    READ,
    /** It holds no documents. */
    EMPTY,
    /** It is of a format that nobody reads here. */
    SKIPPED,
    /** Something in it, or all of it, could not be read. */
    FAILED
  }

  /**
   * Reads files.
   *
   * @param names files, folders, and {@code -} for {@code stdin}; a file that is named twice is
   *     read once
   */
  static CheckInput read(DocumentReader reader, List<String> names, InputStream stdin) {
    DocumentBatch all = DocumentBatch.EMPTY;
    Set<String> files = new LinkedHashSet<>();
    for (String name : new LinkedHashSet<>(names)) {
      Set<String> here = new LinkedHashSet<>();
      DocumentBatch batch;
      if (name.equals("-")) {
        here.add(STDIN);
        batch = reader.read(stdin, STDIN);
      } else {
        Path path = Path.of(name);
        here.addAll(filesOf(path));
        batch = reader.read(path);
      }
      batch.documents().forEach(document -> here.add(document.source()));
      all = all.plus(without(files, batch));
      files.addAll(here);
    }
    return new CheckInput(all, new ArrayList<>(files));
  }

  private static DocumentBatch without(Set<String> known, DocumentBatch batch) {
    if (known.isEmpty()) {
      return batch;
    }
    return new DocumentBatch(
        batch.documents().stream().filter(d -> !known.contains(d.source())).toList(),
        batch.diagnostics().stream().filter(d -> !known.contains(file(d))).toList(),
        batch.skipped().stream().filter(s -> !known.contains(s.source())).toList());
  }

  private static String file(Diagnostic diagnostic) {
    return diagnostic.location().map(Location::file).orElse("");
  }

  /** Returns the files that a reader of documents looks at. */
  private static Set<String> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return Set.of(path.toString());
    }
    TreeSet<Path> found = new TreeSet<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(path, visitor);
    } catch (IOException e) {
      found.add(path);
    }
    return found.stream().map(Path::toString).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns what became of each file, in the order of {@link #files}. */
  Map<String, Fate> fates() {
    Set<String> failed =
        batch.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(CheckInput::file)
            .collect(Collectors.toSet());
    Set<String> skipped =
        batch.skipped().stream().map(DocumentBatch.Skipped::source).collect(Collectors.toSet());
    Set<String> read = batch.documents().stream().map(Document::source).collect(Collectors.toSet());
    Function<String, Fate> fate =
        file -> {
          if (failed.contains(file)) {
            return Fate.FAILED;
          } else if (skipped.contains(file)) {
            return Fate.SKIPPED;
          }
          return read.contains(file) ? Fate.READ : Fate.EMPTY;
        };
    return files.stream()
        .collect(Collectors.toMap(Function.identity(), fate, (a, b) -> a, LinkedHashMap::new));
  }

  /** Returns how many files met {@code fate}. */
  long count(Fate fate) {
    return fates().values().stream().filter(f -> f == fate).count();
  }

  /** Returns what is wrong or odd in each file, by the file's name. */
  Map<String, List<Diagnostic>> diagnosticsByFile() {
    return batch.diagnostics().stream().collect(Collectors.groupingBy(CheckInput::file));
  }
}
