package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.StringValue;
import java.util.List;
import java.util.Optional;

/** Parts of values by their paths. */
public final class JsonPaths implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("json.filter")
              .doc(
                  "Filters the object. For example: `json.filter({\"a\": {\"b\": "
                      + "\"x\", \"c\": \"y\"}}, [\"a/b\"])` will result in `{\"a\": {\"b\": "
                      + "\"x\"}}`). Paths are not filtered in-order and are deduplicated "
                      + "before being evaluated.")
              .arg("object", RegoType.objectOf(RegoType.ANY, RegoType.ANY), "object to filter")
              .arg(
                  "paths",
                  RegoType.anyOf(
                      RegoType.arrayOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.setOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY)))),
                  "JSON string paths")
              .result(
                  "filtered",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "remaining data from `object` with only " + "keys specified in `paths`")
              .body(
                  Operand.OBJECT,
                  Operand.ANY,
                  (ctx, object, paths) ->
                      PathTree.of(JsonPath.parseAll(paths)).filter(ctx, object)),
          Builtin.named("json.remove")
              .doc(
                  "Removes paths from an object. For example: `json.remove({\"a\": {\"b\": \"x\","
                      + " \"c\": \"y\"}}, [\"a/b\"])` will result in `{\"a\": {\"c\": \"y\"}}`."
                      + " Paths are not removed in-order and are deduplicated before being"
                      + " evaluated.")
              .arg(
                  "object",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "object to remove paths from")
              .arg(
                  "paths",
                  RegoType.anyOf(
                      RegoType.arrayOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.setOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY)))),
                  "JSON string paths")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "result of removing all keys specified " + "in `paths`")
              .body(
                  Operand.OBJECT,
                  Operand.ANY,
                  (ctx, object, paths) ->
                      PathTree.of(JsonPath.parseAll(paths)).removeFrom(ctx, object)),
          Builtin.named("json.patch")
              .doc(
                  "Patches an object according to RFC6902. For example: "
                      + "`json.patch({\"a\": {\"foo\": 1}}, [{\"op\": \"add\", \"path\": "
                      + "\"/a/bar\", \"value\": 2}])` results in `{\"a\": {\"foo\": 1, \"bar\": "
                      + "2}`. The patches are applied atomically: if any of them "
                      + "fails, the result will be undefined. Additionally works on "
                      + "sets, where a value contained in the set is considered to be "
                      + "its path.")
              .arg("target", RegoType.ANY, "the object, array or set to patch")
              .arg(
                  "patches",
                  RegoType.arrayOf(
                      new RegoType.ObjectOf(
                          List.of(
                              new RegoType.Property(StringValue.of("op"), RegoType.STRING),
                              new RegoType.Property(StringValue.of("path"), RegoType.ANY)),
                          Optional.of(new RegoType.Dynamic(RegoType.ANY, RegoType.ANY)))),
                  "the JSON patches to apply")
              .result(
                  "output",
                  RegoType.ANY,
                  "result obtained after consecutively "
                      + "applying all patch operations in "
                      + "`patches`")
              .body(Operand.ANY, Operand.ARRAY, JsonPatch::apply));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
