import dev.portcullis.api.spi.PackProvider;
import dev.portcullis.stdlib.PackRepository;
import org.jspecify.annotations.NullMarked;

/** The shipped policy packs. */
@NullMarked
module dev.portcullis.stdlib {
  requires transitive dev.portcullis.api;
  requires static org.jspecify;

  exports dev.portcullis.stdlib;

  provides PackProvider with
      PackRepository;
}
