package dev.portcullis.cli;

import dev.portcullis.api.PolicySource;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.PackDescriptor;
import dev.portcullis.api.spi.PackProvider;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.KubernetesYaml;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code --policy} and {@code --set} name.
 *
 * @param sources the policies
 * @param diagnostics what names nothing
 */
record PolicyArguments(List<PolicySource> sources, List<Diagnostic> diagnostics) {

  PolicyArguments {
    sources = List.copyOf(sources);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Finds policies.
   *
   * @param names paths, and names of packs or of single policies of packs; a path goes first
   * @param settings values for the parameters of packs, by name
   * @param packs the libraries of packs
   */
  static PolicyArguments find(
      List<String> names, Map<String, String> settings, List<PackProvider> packs) {
    List<PolicySource> sources = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, Value> values = new LinkedHashMap<>();
    settings.forEach((name, text) -> values.put(name, value(text)));
    boolean packNamed = false;
    for (String name : names) {
      if (exists(name)) {
        sources.add(PolicySource.path(Path.of(name)));
      } else if (packs.stream().anyMatch(p -> p.policies(name).isPresent())) {
        sources.add(PolicySource.pack(name, values));
        packNamed = true;
      } else {
        diagnostics.add(
            error(DiagnosticCode.IO_ERROR, name + ": neither a file or folder nor a pack", packs));
      }
    }
    if (names.isEmpty()) {
      diagnostics.add(
          error(DiagnosticCode.PACK_ERROR, "no policies: name some with -p PATH|PACK", packs));
    } else if (!packNamed && !values.isEmpty()) {
      diagnostics.add(
          error(DiagnosticCode.PACK_ERROR, "--set is for packs, and -p names none", packs));
    }
    return new PolicyArguments(sources, diagnostics);
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Diagnostic error(DiagnosticCode code, String message, List<PackProvider> packs) {
    String names =
        packs.stream()
            .flatMap(provider -> provider.packs().stream())
            .map(PackDescriptor::name)
            .collect(Collectors.joining(", "));
    return Diagnostic.error(code, message)
        .withHint("the packs are: " + names + " (`policy packs` tells more).");
  }

  /** A value is written as YAML; what is no YAML is a string. */
  private static Value value(String text) {
    try {
      return KubernetesYaml.read(text);
    } catch (SyntaxException e) {
      return StringValue.of(text);
    }
  }
}
