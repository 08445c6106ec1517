package dev.portcullis.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.value.ValueText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardDocumentReaderTest {
  private final DocumentReader reader = DocumentReader.standard();

  private static String json(Document document) {
    return ValueText.json(document.value());
  }

  private static List<String> errors(DocumentBatch batch) {
    return batch.diagnostics().stream().map(Diagnostic::oneLine).toList();
  }

  @Test
  void kubernetesObjectsAreReadTheirWayAndOthersAsYaml12() {
    DocumentBatch batch =
        reader.read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: ns}
            spec: {privileged: yes}
            ---
            on: push
            mode: 017
            """,
            "all.yaml");
    assertThat(batch.diagnostics()).isEmpty();
    assertThat(batch.documents()).hasSize(2);
    assertThat(json(batch.documents().get(0))).contains("\"privileged\":true");
    assertThat(json(batch.documents().get(1))).isEqualTo("{\"mode\":17,\"on\":\"push\"}");
    assertThat(batch.documents().get(0).identity()).hasToString("Optional[Pod ns/p]");
    assertThat(batch.documents().get(0)).hasToString("all.yaml#0 (Pod ns/p)");
    assertThat(batch.documents().get(1).identity()).isEmpty();
    assertThat(batch.documents().get(1).index()).isEqualTo(1);
  }

  @Test
  void aBadDocumentDoesNotHideTheOthers() {
    DocumentBatch batch = reader.read("# first\r\na: 1\r\n---\r\nb: [\r\n---\r\nc: 3\r\n", "x.yml");
    assertThat(batch.documents()).extracting(Document::index).containsExactly(0, 2);
    assertThat(batch.documents().get(1).locateKey("/c")).hasToString("Optional[x.yml:6:1]");
    assertThat(errors(batch))
        .singleElement()
        .asString()
        .startsWith("x.yml:5: document_parse_error");
    assertThat(batch.hasErrors()).isTrue();
    assertThatThrownBy(batch::single).isInstanceOf(PolicyException.class);
  }

  @Test
  void emptyDocumentsAreNone() {
    assertThat(reader.read("---\n# nothing\n---\n\n--- # still\n...\n", "x.yaml").documents())
        .isEmpty();
    assertThat(reader.read("", "-").documents()).isEmpty();
    assertThat(reader.read("--- null\n", "x.yaml").documents()).hasSize(1);
  }

  @Test
  void directivesBelongToTheDocumentBelowThem() {
    DocumentBatch batch =
        reader.read("%TAG !e! tag:e,2000:\n---\na: !e!x 1\n...\n%YAML 1.2\n---\nb: 2\n", "x.yaml");
    assertThat(batch.diagnostics()).isEmpty();
    assertThat(batch.documents())
        .extracting(StandardDocumentReaderTest::json)
        .containsExactly("{\"a\":\"1\"}", "{\"b\":2}");
  }

  @Test
  void markersEndBlockScalarsToo() {
    DocumentBatch batch = reader.read("a: |\n  x\n---\n  y\n", "x.yaml");
    assertThat(batch.documents())
        .extracting(StandardDocumentReaderTest::json)
        .containsExactly("{\"a\":\"x\\n\"}", "\"y\"");
  }

  @Test
  void duplicateKeysAreWarnings() {
    assertThat(errors(reader.read("a: 1\nb:\n  c: 1\n  c: 2\n", "x.yaml")))
        .containsExactly("x.yaml:4: document_warning: duplicate key \"c\": the last one counts");
    assertThat(errors(reader.read("{\"a\": 1,\n \"a\": 2}", "x.json")))
        .containsExactly("x.json:2: document_warning: duplicate key \"a\": the last one counts");
    assertThat(errors(reader.read("a: 1\n<<: {a: 2}\na: 3\n", "x.yaml"))).hasSize(1);
    assertThat(errors(reader.read("<<: {a: 2}\na: 3\n", "x.yaml"))).isEmpty();
  }

  @Test
  void positionsOfYaml() {
    Document document =
        reader
            .read(
                """
                base: &base
                  k/ey: v
                "ti~lde": [a, {b: *base}]
                merged:
                  <<: *base
                  own: é🚀
                  last: {x: 1}
                """,
                "p.yaml")
            .single();
    assertThat(document.locate("")).hasToString("Optional[p.yaml:1:1]");
    assertThat(document.locate("/base/k~1ey")).hasToString("Optional[p.yaml:2:9]");
    assertThat(document.locateKey("/base/k~1ey")).hasToString("Optional[p.yaml:2:3]");
    assertThat(document.locate("/ti~0lde/1/b/k~1ey")).hasToString("Optional[p.yaml:2:9]");
    assertThat(document.locateKey("/ti~0lde/1/b")).hasToString("Optional[p.yaml:3:16]");
    assertThat(document.locate("/merged/k~1ey")).hasToString("Optional[p.yaml:2:9]");
    assertThat(document.locate("/merged/last/x")).hasToString("Optional[p.yaml:7:13]");
    assertThat(document.locate("/merged/none")).isEmpty();
    assertThat(document.locateNearest("/merged/none/deeper")).hasToString("Optional[p.yaml:4:1]");
    assertThat(document.locateNearest("/none")).hasToString("Optional[p.yaml:1:1]");
  }

  @Test
  void positionsOfJson() {
    Document document =
        reader.read("\uFEFF{\n  \"é\": {\"a\": [1,\n   22]},\n \"x/y\": true}", "p.json").single();
    assertThat(document.locate("/é")).hasToString("Optional[p.json:2:8]");
    assertThat(document.locate("/é/a/1")).hasToString("Optional[p.json:3:4]");
    assertThat(document.locateKey("/x~1y")).hasToString("Optional[p.json:4:2]");
    assertThat(document.locateKey("/é/a/1")).isEmpty();
    assertThat(document.locate("/é/a/2")).isEmpty();
    assertThat(document.locate("/é/a/01x")).isEmpty();
  }

  @Test
  void listsAreUnpackedAndKeepTheirPlaces() {
    DocumentBatch batch =
        reader.read(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - apiVersion: v1
              kind: PodList
              items:
              - metadata:
                  name: b
              - metadata: {name: c}
            - nonsense
            """,
            "list.yaml");
    assertThat(batch.documents())
        .extracting(d -> d.identity().orElseThrow().toString())
        .containsExactly("Pod a", "Pod b", "Pod c");
    Document b = batch.documents().get(1);
    assertThat(b.pointer()).isEqualTo("/items/1/items/0");
    assertThat(b.locate("/metadata/name")).hasToString("Optional[list.yaml:9:13]");
    assertThat(errors(batch))
        .singleElement()
        .asString()
        .isEqualTo("list.yaml:11: document_parse_error: item 2 of the List is no object");
  }

  @Test
  void customResourcesWhoseKindEndsInListStay() {
    String text = "apiVersion: x/v1\nkind: AllowList\nmetadata: {name: allow}\nitems: []\n";
    assertThat(reader.read(text, "x.yaml").documents()).hasSize(1);
  }

  @Test
  void admissionReviewsShowTheirRequest() {
    Document review =
        reader
            .read(
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\"}}",
                "-")
            .single();
    assertThat(review.admissionRequest()).hasToString("Optional[{\"uid\": \"u\"}]");
    assertThat(review.identity().orElseThrow().group()).isEqualTo("admission.k8s.io");
  }

  @Test
  void formatsAreFoundByNameAndByContent() {
    assertThat(reader.read("{\"a\": 1}", "stdin").single().format()).isEqualTo("json");
    assertThat(reader.read("# c\na: 1", "stdin").single().format()).isEqualTo("yaml");
    assertThat(reader.read("{a: 1}", "stdin").single().format()).isEqualTo("yaml");
    assertThat(reader.read("{a: 1}".getBytes(StandardCharsets.UTF_8), "x", "yaml").documents())
        .hasSize(1);
    assertThatThrownBy(() -> reader.read(new byte[0], "x", "nope"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(reader.read("a = 1", "x/y.toml").skipped())
        .singleElement()
        .hasToString("Skipped[source=x/y.toml, reason=unsupported format: TOML]");
    assertThat(reader.read("just words", "notes").skipped()).hasSize(1);
    assertThat(reader.read("pipeline {}", "a/b--Jenkinsfile").skipped()).hasSize(1);
  }

  @Test
  void foldersAreReadInOrderAndUnreadableFilesAreReported(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("b/.github"));
    Files.writeString(folder.resolve("b/.github/z.yml"), "on: push");
    Files.writeString(folder.resolve("a.json"), "{");
    Files.writeString(folder.resolve("b/c.yaml"), "c: 1");
    Files.writeString(folder.resolve("notes.md"), "# hello");
    DocumentBatch batch = reader.read(folder);
    assertThat(batch.documents())
        .extracting(StandardDocumentReaderTest::json)
        .containsExactly("{\"on\":\"push\"}", "{\"c\":1}");
    assertThat(errors(batch)).singleElement().asString().contains("a.json:1: document_parse_error");
    assertThat(batch.skipped()).hasSize(1);
    assertThat(errors(reader.read(folder.resolve("none.yaml"))))
        .singleElement()
        .asString()
        .endsWith("io_error: no such file");
  }

  @Test
  void javaObjectsAndTreesBecomeDocuments() throws IOException {
    JsonNode tree = new ObjectMapper().readTree("{\"a\":[1,2.50,\"x\",null,true],\"b\":1e3}");
    assertThat(json(reader.fromTree(tree)))
        .isEqualTo("{\"a\":[1,2.5,\"x\",null,true],\"b\":1000.0}");
    record Point(int x, List<String> names) {}
    Document document =
        reader.fromJava(
            Map.of(
                "p",
                new Point(1, List.of("n")),
                "l",
                Arrays.asList(1L, new BigDecimal("1.10"), null),
                "a",
                new int[] {1, 2}));
    assertThat(json(document))
        .isEqualTo("{\"a\":[1,2],\"l\":[1,1.10,null],\"p\":{\"names\":[\"n\"],\"x\":1}}");
    assertThatThrownBy(() -> reader.fromJava(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void streamsAreReadToTheirEnd() {
    ByteArrayInputStream in = new ByteArrayInputStream("a: 1".getBytes(StandardCharsets.UTF_8));
    assertThat(reader.read(in, "x.yaml").single().locate("/a")).isPresent();
  }

  @Test
  void kubernetesMistakesAreNotReadAroundAsYaml12() {
    DocumentBatch batch = reader.read("apiVersion: v1\nkind: Pod\nx: .inf\n", "x.yaml");
    assertThat(batch.documents()).isEmpty();
    assertThat(errors(batch)).hasSize(1);
  }
}
