package dev.portcullis.engine;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.ManifestObject;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a policy set of files. */
final class PolicyLoader {
  private final EngineSettings settings;
  private final DocumentReader reader;
  private final ModuleCompiler compiler;

  private final GatekeeperLoader gatekeeper = new GatekeeperLoader();
  private final List<SourceText> modules = new ArrayList<>();
  private final BaseData data = new BaseData();
  private final Map<Map<String, Value>, PackSettings> packSettings = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PolicyLoader(EngineSettings settings, DocumentReader reader, ModuleCompiler compiler) {
    this.settings = settings;
    this.reader = reader;
    this.compiler = compiler;
  }

  static LoadedPolicySet load(
      SourceCollector.Result sources,
      EngineSettings settings,
      DocumentReader reader,
      ModuleCompiler compiler) {
    PolicyLoader loader = new PolicyLoader(settings, reader, compiler);
    loader.diagnostics.addAll(sources.diagnostics());
    sources.files().forEach(loader::add);
    return loader.finish();
  }

  private void add(PolicyFile file) {
    switch (file.kind()) {
      case REGO -> modules.add(source(file));
      case DATA -> addData(file);
      case MANIFESTS -> addManifests(file);
      case OTHER ->
          diagnostics.add(
              Diagnostic.error(
                  DiagnosticCode.IO_ERROR,
                  "policies are in files that end in .rego, .yaml, .yml or .json",
                  new Location(file.name(), 1, 1)));
      case TEST -> {}
    }
  }

  private static SourceText source(PolicyFile file) {
    return new SourceText(file.name(), StringValue.ofUtf8(file.content()).value());
  }

  private void addData(PolicyFile file) {
    DocumentBatch batch = reader.read(file.content(), file.name());
    diagnostics.addAll(batch.diagnostics());
    for (Document document : batch.documents()) {
      data.add(file.name(), file.folder(), document.value());
    }
  }

  private void addManifests(PolicyFile file) {
    DocumentBatch batch = reader.read(file.content(), file.name());
    boolean policies = false;
    if (!batch.documents().isEmpty()) {
      SourceText text = source(file);
      PackSettings own = packSettings.computeIfAbsent(file.settings(), PackSettings::new);
      for (Document document : batch.documents()) {
        policies |= gatekeeper.add(own.apply(new ManifestObject(document, text)));
      }
    }
    if (policies || file.namedOutright() || batch.documents().isEmpty()) {
      diagnostics.addAll(batch.diagnostics());
    }
    if (!policies && file.namedOutright() && !batch.hasErrors()) {
      diagnostics.add(
          Diagnostic.warning(
              DiagnosticCode.TEMPLATE_WARNING,
              "the file holds neither a ConstraintTemplate nor a constraint",
              new Location(file.name(), 1, 1)));
    }
  }

  private LoadedPolicySet finish() {
    GatekeeperLoader.Result constraints = gatekeeper.load(compiler, settings.strictGatekeeper());
    PlainCompiler.Result plain = PlainCompiler.compile(modules, compiler, settings.v0Compatible());
    diagnostics.addAll(constraints.diagnostics());
    diagnostics.addAll(plain.diagnostics());
    diagnostics.addAll(data.diagnostics());
    packSettings.values().forEach(own -> diagnostics.addAll(own.unused()));
    return new LoadedPolicySet(
        settings,
        constraints.policies(),
        plain.policies(),
        plain.program(),
        data.tree(),
        diagnostics.stream().distinct().sorted().toList());
  }
}
