import org.jspecify.annotations.NullMarked;

/** The types that hosts and extension authors see. */
@NullMarked
module dev.portcullis.api {
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.databind;

  exports dev.portcullis.api;
  exports dev.portcullis.api.value;
  exports dev.portcullis.api.type;
  exports dev.portcullis.api.diagnostic;
  exports dev.portcullis.api.spi;

  uses dev.portcullis.api.DocumentReader;
  uses dev.portcullis.api.spi.EngineFactory;
  uses dev.portcullis.api.spi.PackProvider;
}
