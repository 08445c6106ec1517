package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.builtins.ext.aws.RequestSigner;
import java.util.List;

/** The builtin {@code providers.aws.sign_req}. */
public final class AwsBuiltins implements BuiltinProvider {
  private static final RegoType NAMED_OBJECT = RegoType.objectOf(RegoType.STRING, RegoType.ANY);
  private static final RegoType ANY_OBJECT = RegoType.objectOf(RegoType.ANY, RegoType.ANY);
  private static final List<Builtin> ROWS = List.of(signRequest());

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin signRequest() {
    return Builtin.named("providers.aws.sign_req")
        .doc(
            "Signs an HTTP request object for Amazon Web Services. Currently implements [AWS"
                + " Signature Version 4 request"
                + " signing](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html)"
                + " by the `Authorization` header method.")
        .arg("request", NAMED_OBJECT, "HTTP request object")
        .arg("aws_config", NAMED_OBJECT, "AWS configuration object")
        .arg("time_ns", RegoType.NUMBER, "nanoseconds since the epoch")
        .result("signed_request", ANY_OBJECT, "HTTP request object with `Authorization` header")
        .body(
            Operand.OBJECT,
            Operand.OBJECT,
            Operand.NUMBER,
            (context, request, config, time) -> RequestSigner.sign(request, config, time));
  }
}
