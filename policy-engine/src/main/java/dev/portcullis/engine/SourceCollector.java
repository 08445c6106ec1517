package dev.portcullis.engine;

import dev.portcullis.api.PolicySource;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns sources of policies into the files that they stand for. */
final class SourceCollector {
  private static final int MAX_DEPTH = 64;

  private final List<PackProvider> packs;
  private final List<PolicyFile> files = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SourceCollector(List<PackProvider> packs) {
    this.packs = packs;
  }

  /**
   * What was collected.
   *
   * @param files the files, those of a folder in the order of their names
   * @param diagnostics what could not be read
   */
  record Result(List<PolicyFile> files, List<Diagnostic> diagnostics) {
    Result {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  static Result collect(List<PolicySource> sources, List<PackProvider> packs) {
    SourceCollector collector = new SourceCollector(packs);
    sources.forEach(collector::add);
    return new Result(collector.files, collector.diagnostics);
  }

  private void add(PolicySource source) {
    if (source instanceof PolicySource.FromPath path) {
      addPath(path.path());
    } else if (source instanceof PolicySource.FromText text) {
      addBytes(text.name(), text.text().getBytes(StandardCharsets.UTF_8));
    } else if (source instanceof PolicySource.FromBytes bytes) {
      addBytes(bytes.name(), bytes.content());
    } else if (source instanceof PolicySource.FromPack pack) {
      addPack(pack);
    }
  }

  private void addBytes(String name, byte[] content) {
    files.add(new PolicyFile(name, List.of(), content, true, Map.of()));
  }

  private void addPack(PolicySource.FromPack pack) {
    for (PackProvider provider : packs) {
      Optional<List<PackFile>> found = provider.policies(pack.name());
      if (found.isPresent()) {
        for (PackFile file : found.get()) {
          byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
          files.add(new PolicyFile(file.name(), List.of(), content, false, pack.settings()));
        }
        return;
      }
    }
    diagnostics.add(
        Diagnostic.error(
            DiagnosticCode.PACK_ERROR, "there is no pack called \"" + pack.name() + "\""));
  }

  private void addPath(Path path) {
    if (!Files.isDirectory(path)) {
      read(path, List.of(), true);
      return;
    }
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor(path, found));
    } catch (IOException e) {
      unreadable(path, e);
    }
    found.stream().sorted().forEach(file -> read(file, folders(path, file), false));
  }

  private static List<String> folders(Path root, Path file) {
    List<String> names = new ArrayList<>();
    Path relative = root.relativize(file).getParent();
    if (relative != null) {
      relative.forEach(step -> names.add(step.toString()));
    }
    return names;
  }

  /** Hidden files and folders hold no policies. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Visitor(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && attributes.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) {
      unreadable(file, error);
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      Path name = path.getFileName();
      return name != null && name.toString().startsWith(".");
    }
  }

  private void read(Path path, List<String> folder, boolean namedOutright) {
    PolicyFile file = new PolicyFile(path.toString(), folder, new byte[0], namedOutright, Map.of());
    if (!namedOutright && file.kind() == PolicyFile.Kind.OTHER) {
      return;
    }
    try {
      files.add(
          new PolicyFile(file.name(), folder, Files.readAllBytes(path), namedOutright, Map.of()));
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  private void unreadable(Path path, IOException error) {
    diagnostics.add(
        Diagnostic.error(
            DiagnosticCode.IO_ERROR,
            path
                + " cannot be read: "
                + (Files.exists(path) ? error.getMessage() : "there is no such file or folder")));
  }
}
