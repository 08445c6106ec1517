package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as Go's JSON encoder makes them: byte slices in base64, empty slices {@code null}. */
final class GoValues {
  private GoValues() {}

  static Value bytes(byte @Nullable [] bytes) {
    return bytes == null
        ? NullValue.NULL
        : StringValue.of(Base64.getEncoder().encodeToString(bytes));
  }

  static Value list(List<? extends Value> values) {
    return values.isEmpty() ? NullValue.NULL : ArrayValue.of(values);
  }

  static Value texts(List<String> texts) {
    return list(texts.stream().map(StringValue::of).toList());
  }

  static Value oid(Der oid) throws Der.Malformed {
    return ArrayValue.of(oid.oid().stream().map(NumberValue::of).toList());
  }

  static Value oids(List<Der> oids) throws Der.Malformed {
    List<Value> values = new ArrayList<>();
    for (Der oid : oids) {
      values.add(oid(oid));
    }
    return list(values);
  }
}
