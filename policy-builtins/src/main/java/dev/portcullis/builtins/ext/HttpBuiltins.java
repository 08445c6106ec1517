package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.builtins.ext.http.HttpSend;
import java.util.List;

/** The builtin {@code http.send}. */
public final class HttpBuiltins implements BuiltinProvider {
  private static final RegoType NAMED_OBJECT = RegoType.objectOf(RegoType.STRING, RegoType.ANY);
  private static final RegoType ANY_OBJECT = RegoType.objectOf(RegoType.ANY, RegoType.ANY);
  private static final List<Builtin> ROWS = List.of(send());

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin send() {
    return Builtin.named("http.send")
        .doc("Returns a HTTP response to the given HTTP request.")
        .arg("request", NAMED_OBJECT, "the HTTP request object")
        .result("response", ANY_OBJECT, "the HTTP response object")
        .trait(Builtin.Trait.NON_DETERMINISTIC)
        .trait(Builtin.Trait.OUTWARD)
        .body(Operand.OBJECT, HttpSend::send);
  }
}
