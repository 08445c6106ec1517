package dev.portcullis.document;

import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.document.dockerfile.DockerfileFormat;
import dev.portcullis.document.json.JsonFormat;
import dev.portcullis.document.yaml.YamlFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that documents can be read in, one row each, and those that cannot be read. */
final class DocumentFormats {
  /** In the order in which they are asked: the most particular first. */
  private static final List<DocumentFormat> BUILT_IN =
      List.of(
          new JsonFormat(),
          DockerfileFormat.stages(),
          DockerfileFormat.commands(),
          new YamlFormat());

  /** Configuration files that policies are written for, and that have no reader here. */
  private static final Map<String, String> UNREADABLE_EXTENSIONS =
      Map.ofEntries(
          Map.entry("cue", "CUE"),
          Map.entry("conf", "HOCON or another configuration format"),
          Map.entry("cyclonedx", "CycloneDX"),
          Map.entry("edn", "EDN"),
          Map.entry("env", "dotenv"),
          Map.entry("hcl", "HCL"),
          Map.entry("hocon", "HOCON"),
          Map.entry("ini", "INI"),
          Map.entry("json5", "JSON5"),
          Map.entry("jsonnet", "Jsonnet"),
          Map.entry("properties", "properties"),
          Map.entry("rego", "Rego: a policy, not a document"),
          Map.entry("spdx", "SPDX"),
          Map.entry("tf", "Terraform"),
          Map.entry("tfvars", "Terraform"),
          Map.entry("toml", "TOML"),
          Map.entry("vcl", "VCL"),
          Map.entry("xml", "XML"));

  /** Files of such formats that are known by their whole name, or the last part of it. */
  private static final Map<String, String> UNREADABLE_NAMES = Map.of("jenkinsfile", "Jenkinsfile");

  private final List<DocumentFormat> formats;

  DocumentFormats(List<DocumentFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Returns {@code first}, then the formats that the class path offers, then the engine's. */
  static DocumentFormats standard(List<DocumentFormat> first) {
    List<DocumentFormat> all = new ArrayList<>(first);
    ServiceLoader.load(DocumentFormat.class, DocumentFormats.class.getClassLoader())
        .forEach(all::add);
    all.addAll(BUILT_IN);
    return new DocumentFormats(all);
  }

  /** Returns the format called {@code name}. */
  Optional<DocumentFormat> named(String name) {
    return formats.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Returns the format that files of this name are in. */
  Optional<DocumentFormat> ofName(String fileName) {
    return formats.stream().filter(f -> f.acceptsName(fileName)).findFirst();
  }

  /** Returns the format that a text beginning with {@code head} is in. */
  Optional<DocumentFormat> ofContent(String head) {
    return formats.stream().filter(f -> f.acceptsContent(head)).findFirst();
  }

  /** Returns the format of files of this name if it is a known one without a reader. */
  static Optional<String> unreadable(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    String lastPart = lower.substring(lower.lastIndexOf('-') + 1);
    return Optional.ofNullable(
        UNREADABLE_EXTENSIONS.getOrDefault(extension, UNREADABLE_NAMES.get(lastPart)));
  }

  /** Returns the names of the formats. */
  List<String> names() {
    return formats.stream().map(DocumentFormat::name).toList();
  }
}
