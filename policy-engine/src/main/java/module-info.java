import org.jspecify.annotations.NullMarked;

/**
 * The Rego front end, the compiler, the interpreter, Gatekeeper's semantics and the document
 * formats.
 */
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.portcullis.engine {
  requires transitive dev.portcullis.api;
  requires static org.jspecify;
  requires org.objectweb.asm;
  requires re2j;
  requires org.snakeyaml.engine;
  requires com.github.benmanes.caffeine;

  exports dev.portcullis.builtins;
  exports dev.portcullis.bundle;
  exports dev.portcullis.rego.analysis;
  exports dev.portcullis.rego.ast;
  exports dev.portcullis.rego.parser;
  exports dev.portcullis.rego.plan;
  exports dev.portcullis.rego.program;
  exports dev.portcullis.rego.runtime;
  exports dev.portcullis.rego.text;
  exports dev.portcullis.rego.token;
  exports dev.portcullis.testing;
  exports dev.portcullis.document.json;
  exports dev.portcullis.document.yaml;
  exports dev.portcullis.document.source;
  exports dev.portcullis.engine;
  exports dev.portcullis.gatekeeper;
  exports dev.portcullis.gatekeeper.suite;

  provides dev.portcullis.api.DocumentReader with
      dev.portcullis.document.StandardDocumentReader;
  provides dev.portcullis.api.spi.EngineFactory with
      dev.portcullis.engine.StandardEngineFactory;

  uses dev.portcullis.api.spi.BuiltinProvider;
  uses dev.portcullis.api.spi.DocumentFormat;
}
