import org.jspecify.annotations.NullMarked;

/** Builtin families that need more than the engine brings. */
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.portcullis.builtins.ext {
  requires dev.portcullis.api;
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires java.net.http;
  requires re2j;

  provides dev.portcullis.api.spi.BuiltinProvider with
      dev.portcullis.builtins.ext.AwsBuiltins,
      dev.portcullis.builtins.ext.CryptoBuiltins,
      dev.portcullis.builtins.ext.GraphqlBuiltins,
      dev.portcullis.builtins.ext.HttpBuiltins,
      dev.portcullis.builtins.ext.JsonSchemaBuiltins,
      dev.portcullis.builtins.ext.JwtBuiltins;
}
