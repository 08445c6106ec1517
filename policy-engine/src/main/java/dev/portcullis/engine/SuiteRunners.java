package dev.portcullis.engine;

import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.document.StandardDocumentReader;
import dev.portcullis.gatekeeper.suite.SuiteRunner;
import dev.portcullis.rego.runtime.Evaluation;

/** Makes runners of gator's suites that evaluate as an engine does. */
public final class SuiteRunners {
  private SuiteRunners() {}

  /** Returns a runner with the builtins, limits and services of an engine with {@code settings}. */
  public static SuiteRunner of(EngineSettings settings) {
    Evaluation evaluation =
        new Evaluation(
            null,
            ObjectValue.EMPTY,
            settings.strictBuiltinErrors(),
            EngineEnvironment.limits(settings.limits()),
            new EngineEnvironment(settings));
    return new SuiteRunner(
        new StandardDocumentReader(settings.documentFormats()),
        RegoFrontEnd.of(settings),
        evaluation,
        settings.strictGatekeeper());
  }
}
