package dev.portcullis.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of the collections beside the project is read, or skipped with a reason. */
class RealDocumentsTest {
  private final DocumentReader reader = DocumentReader.standard();

  private static Path collection(String name) {
    Path folder =
        Path.of(System.getProperty("portcullis.root", "."), "../shared", name).normalize();
    assumeTrue(Files.isDirectory(folder), "no " + folder + ": nothing to read");
    return folder;
  }

  @ParameterizedTest
  @CsvSource({"k8s-samples,105", "gatekeeper-library,300", "gator,100", "pss,100"})
  void everythingIsReadWithItsPlaces(String name, int leastDocuments) {
    DocumentBatch batch = reader.read(collection(name));
    assertThat(batch.documents()).hasSizeGreaterThanOrEqualTo(leastDocuments);
    for (Document document : batch.documents()) {
      assertThat(document.locate("")).as(document.toString()).isPresent();
      if (document.format().equals("yaml") && document.identity().isPresent()) {
        assertThat(document.locateKey("/kind")).as(document.toString()).isPresent();
      }
    }
  }

  @Test
  void samplesAreReadOrSkippedByFormat() {
    DocumentBatch batch = reader.read(collection("k8s-samples"));
    assertThat(batch.diagnostics()).noneMatch(d -> d.isError());
    Map<String, Long> byFormat =
        batch.documents().stream()
            .collect(Collectors.groupingBy(Document::format, TreeMap::new, Collectors.counting()));
    assertThat(byFormat).containsEntry("dockerfile", 5L);
    assertThat(batch.skipped())
        .extracting(s -> s.reason().replace("unsupported format: ", ""))
        .contains("INI", "HOCON or another configuration format", "EDN", "Jenkinsfile", "XML")
        .contains("properties", "SPDX", "Terraform");
  }
}
