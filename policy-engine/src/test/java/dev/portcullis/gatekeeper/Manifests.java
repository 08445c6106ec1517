package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.document.StandardDocumentReader;
import dev.portcullis.rego.text.SourceText;
import java.util.List;

/** Manifests of tests, from YAML. */
final class Manifests {
  private static final StandardDocumentReader READER = new StandardDocumentReader();

  private Manifests() {}

  static List<Document> documents(String yaml) {
    return READER.read(yaml, "test.yaml").documents();
  }

  static Document document(String yaml) {
    return READER.read(yaml, "test.yaml").single();
  }

  static ManifestObject object(String yaml) {
    return new ManifestObject(document(yaml), new SourceText("test.yaml", yaml));
  }

  static ObjectValue value(String yaml) {
    return (ObjectValue) document(yaml).value();
  }
}
