package dev.portcullis.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;

/** {@code --ignore}: patterns of names of files and folders that are not loaded. */
final class IgnoredNames implements Predicate<Path> {
  private final List<PathMatcher> patterns;
  private final List<Path> roots;

  /**
   * Creates a filter.
   *
   * @param patterns patterns such as {@code *_test.rego}
   * @param roots the folders that are loaded: their own names are never ignored
   */
  IgnoredNames(List<String> patterns, List<Path> roots) {
    this.patterns =
        patterns.stream().map(p -> FileSystems.getDefault().getPathMatcher("glob:" + p)).toList();
    this.roots = List.copyOf(roots);
  }

  /** Returns whether {@code file} is to be loaded. */
  @Override
  public boolean test(Path file) {
    Path below =
        roots.stream()
            .filter(file::startsWith)
            .findFirst()
            .map(r -> r.relativize(file))
            .orElse(file);
    for (Path name : below) {
      if (patterns.stream().anyMatch(pattern -> pattern.matches(name))) {
        return false;
      }
    }
    return true;
  }
}
