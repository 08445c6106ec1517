package dev.portcullis.api.spi;

import dev.portcullis.api.EvaluationLimits;
import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * What a host chose for an engine; see {@link PolicyEngine.Builder}.
 *
 * @param builtins builtins of the host
 * @param discoverBuiltins whether builtins on the class path are there too
 * @param documentFormats further formats that documents may come in, the first asked first
 * @param services what builtins may use to reach outside
 * @param clock the time of evaluations
 * @param seed the seed of evaluations' randomness; empty for a different one each
 * @param messages who takes what {@code print} and {@code trace} write
 * @param limits the bounds of evaluations
 * @param policySetCache how many compiled policy sets to keep
 * @param enforcementPoint the enforcement point of evaluations that name none
 * @param strictGatekeeper whether templates get exactly the input that Gatekeeper gives them
 * @param strictBuiltinErrors whether a failing builtin fails the evaluation
 * @param v0Compatible whether plain modules are read as Rego v0 unless they say otherwise
 * @param executionMode how policies are executed
 */
public record EngineSettings(
    List<Builtin> builtins,
    boolean discoverBuiltins,
    List<DocumentFormat> documentFormats,
    HostServices services,
    Clock clock,
    OptionalLong seed,
    BiConsumer<MessageKind, String> messages,
    EvaluationLimits limits,
    int policySetCache,
    String enforcementPoint,
    boolean strictGatekeeper,
    boolean strictBuiltinErrors,
    boolean v0Compatible,
    ExecutionMode executionMode) {

  /** Copies the lists. */
  public EngineSettings {
    builtins = List.copyOf(builtins);
    documentFormats = List.copyOf(documentFormats);
  }
}
