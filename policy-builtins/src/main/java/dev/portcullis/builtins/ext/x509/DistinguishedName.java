package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of subjects and issuers. */
final class DistinguishedName {
  /** Attributes of which there may be several, by the last number of their identifier 2.5.4.x. */
  private static final Map<String, String> LISTS =
      Map.of(
          "2.5.4.6", "Country",
          "2.5.4.7", "Locality",
          "2.5.4.8", "Province",
          "2.5.4.9", "StreetAddress",
          "2.5.4.10", "Organization",
          "2.5.4.11", "OrganizationalUnit",
          "2.5.4.17", "PostalCode");

  private DistinguishedName() {}

  /** Returns the name in the shape of Go's {@code pkix.Name}. */
  static Value of(Der name) throws Der.Malformed {
    Map<String, List<Value>> lists = new LinkedHashMap<>();
    String commonName = "";
    String serialNumber = "";
    List<Value> names = new ArrayList<>();
    for (Der relative : name.elements(Der.SEQUENCE)) {
      for (Der attribute : relative.elements(Der.SET)) {
        List<Der> parts = attribute.elements(Der.SEQUENCE);
        if (parts.size() < 2) {
          throw new Der.Malformed("invalid RDNSequence attribute");
        }
        String type = parts.get(0).oidText();
        String text = text(parts.get(1));
        StringValue value = StringValue.of(text);
        names.add(
            ObjectValue.builder()
                .put("Type", GoValues.oid(parts.get(0)))
                .put("Value", value)
                .build());
        String list = LISTS.get(type);
        if (list != null) {
          lists.computeIfAbsent(list, key -> new ArrayList<>()).add(value);
        } else if (type.equals("2.5.4.3")) {
          commonName = text;
        } else if (type.equals("2.5.4.5")) {
          serialNumber = text;
        }
      }
    }
    ObjectValue.Builder result = ObjectValue.builder(12);
    for (String list : LISTS.values()) {
      result.put(list, GoValues.list(lists.getOrDefault(list, List.of())));
    }
    return result
        .put("CommonName", StringValue.of(commonName))
        .put("SerialNumber", StringValue.of(serialNumber))
        .put("Names", names.isEmpty() ? NullValue.NULL : ArrayValue.of(names))
        .put("ExtraNames", NullValue.NULL)
        .build();
  }

  /** Returns a directory string. */
  static String text(Der value) throws Der.Malformed {
    return switch (value.tag()) {
      case 12 -> new String(value.content(), StandardCharsets.UTF_8);
      case 18, 19, 20, 22 -> value.ascii();
      case 30 -> new String(value.content(), StandardCharsets.UTF_16BE);
      default -> throw new Der.Malformed("unsupported string type: " + value.tag());
    };
  }
}
