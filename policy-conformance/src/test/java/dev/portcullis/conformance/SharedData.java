package dev.portcullis.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The test data that lies beside the project. */
final class SharedData {
  private SharedData() {}

  /** Returns a file or folder of the data; where it is absent, the test is skipped. */
  static Path path(String relative) {
    Path path =
        Path.of(System.getProperty("portcullis.root", ".")).resolve("../shared").resolve(relative);
    assumeTrue(Files.exists(path), "needs the test data ../shared/" + relative);
    return path.normalize();
  }
}
