package dev.portcullis.builtins.ext.schema;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled schema. The compiler fills it while schemas refer to one another, afterwards nobody
 * writes to it.
 */
final class Schema {
  /** Set where the schema is {@code true} or {@code false}. */
  @Nullable Boolean constant;

  @Nullable Schema reference;
  final List<String> types = new ArrayList<>();

  final Map<String, Schema> properties = new LinkedHashMap<>();
  final Map<Pattern, Schema> patternProperties = new LinkedHashMap<>();
  @Nullable Schema propertyNames;
  Rest additionalProperties = Rest.ANY;
  final List<String> required = new ArrayList<>();
  @Nullable Integer minProperties;
  @Nullable Integer maxProperties;
  final Map<String, List<String>> requiredWith = new LinkedHashMap<>();
  final Map<String, Schema> schemaWith = new LinkedHashMap<>();

  @Nullable Schema eachItem;
  final List<Schema> items = new ArrayList<>();
  Rest additionalItems = Rest.ANY;
  @Nullable Integer minItems;
  @Nullable Integer maxItems;
  boolean uniqueItems;
  @Nullable Schema contains;

  @Nullable BigDecimal multipleOf;
  @Nullable BigDecimal minimum;
  @Nullable BigDecimal maximum;
  @Nullable BigDecimal exclusiveMinimum;
  @Nullable BigDecimal exclusiveMaximum;

  @Nullable Integer minLength;
  @Nullable Integer maxLength;
  @Nullable Pattern pattern;
  String format = "";

  @Nullable String constantText;
  final List<String> enumTexts = new ArrayList<>();

  final List<Schema> oneOf = new ArrayList<>();
  final List<Schema> anyOf = new ArrayList<>();
  final List<Schema> allOf = new ArrayList<>();
  @Nullable Schema not;
  @Nullable Schema condition;
  @Nullable Schema then;
  @Nullable Schema otherwise;

  /**
   * What is said of the properties or items that no other keyword describes.
   *
   * @param allowed whether there may be any
   * @param schema what they must match, if it is given
   */
  record Rest(boolean allowed, @Nullable Schema schema) {
    static final Rest ANY = new Rest(true, null);
    static final Rest NONE = new Rest(false, null);
  }
}
