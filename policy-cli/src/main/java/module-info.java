import org.jspecify.annotations.NullMarked;

/** The command line. */
@NullMarked
module dev.portcullis.cli {
  requires dev.portcullis.api;
  requires dev.portcullis.engine;
  requires info.picocli;
  requires static org.jspecify;

  opens dev.portcullis.cli to
      info.picocli;

  uses dev.portcullis.api.spi.BuiltinProvider;
}
