package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.EvaluationLimitException;
import dev.portcullis.api.spi.NameResolver;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses, blocks of them, and names. */
public final class Networks implements BuiltinProvider {
  /** A block of more addresses than these is not spelled out. */
  private static final int MAX_EXPANDED_BITS = 22;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("net.cidr_contains")
              .doc(
                  "Checks if a CIDR or IP is contained within another CIDR. "
                      + "`output` is `true` if `cidr_or_ip` (e.g. `127.0.0.64/26` or "
                      + "`127.0.0.1`) is contained within `cidr` (e.g. `127.0.0.1/24`) "
                      + "and `false` otherwise. Supports both IPv4 and IPv6 notations.")
              .arg("cidr", RegoType.STRING, "CIDR to check against")
              .arg("cidr_or_ip", RegoType.STRING, "CIDR or IP to check")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "`true` if `cidr_or_ip` is contained " + "within `cidr`")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(contains(a, b))),
          Builtin.named("net.cidr_overlap")
              .arg("", RegoType.STRING)
              .arg("", RegoType.STRING)
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(contains(a, b))),
          Builtin.named("net.cidr_contains_matches")
              .doc(
                  "Checks if collections of cidrs or ips are contained within "
                      + "another collection of cidrs and returns matches. This "
                      + "function is similar to `net.cidr_contains` except it allows "
                      + "callers to pass collections of CIDRs or IPs as arguments and "
                      + "returns the matches (as opposed to a boolean result "
                      + "indicating a match between two CIDRs/IPs).")
              .arg(
                  "cidrs",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.objectOf(
                          RegoType.STRING,
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.setOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY)))),
                  "CIDRs to check against")
              .arg(
                  "cidrs_or_ips",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.objectOf(
                          RegoType.STRING,
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY))),
                      RegoType.setOf(
                          RegoType.anyOf(RegoType.STRING, RegoType.arrayOf(RegoType.ANY)))),
                  "CIDRs or IPs to check")
              .result(
                  "output",
                  RegoType.setOf(RegoType.tuple(RegoType.ANY, RegoType.ANY)),
                  "tuples identifying matches where "
                      + "`cidrs_or_ips` are contained within "
                      + "`cidrs`")
              .body(Operand.ANY, Operand.ANY, Networks::containsMatches),
          Builtin.named("net.cidr_intersects")
              .doc(
                  "Checks if a CIDR intersects with another CIDR (e.g. "
                      + "`192.168.0.0/16` overlaps with `192.168.1.0/24`). Supports "
                      + "both IPv4 and IPv6 notations.")
              .arg("cidr1", RegoType.STRING, "first CIDR")
              .arg("cidr2", RegoType.STRING, "second CIDR")
              .result("result", RegoType.BOOLEAN, "`true` if `cidr1` intersects with " + "`cidr2`")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(intersects(a, b))),
          Builtin.named("net.cidr_expand")
              .doc(
                  "Expands CIDR to set of hosts  (e.g., "
                      + "`net.cidr_expand(\"192.168.0.0/30\")` generates 4 hosts: "
                      + "`{\"192.168.0.0\", \"192.168.0.1\", \"192.168.0.2\", "
                      + "\"192.168.0.3\"}`).")
              .arg("cidr", RegoType.STRING, "CIDR to expand")
              .result(
                  "hosts",
                  RegoType.setOf(RegoType.STRING),
                  "set of IP addresses the CIDR `cidr` " + "expands to")
              .body(Operand.TEXT, Networks::expand),
          Builtin.named("net.cidr_is_valid")
              .doc(
                  "Parses an IPv4/IPv6 CIDR and returns a boolean indicating if "
                      + "the provided CIDR is valid.")
              .arg("cidr", RegoType.STRING, "CIDR to validate")
              .result("result", RegoType.BOOLEAN, "`true` if `cidr` is a valid CIDR")
              .body(
                  Operand.ANY,
                  (ctx, x) ->
                      BooleanValue.of(x instanceof StringValue s && Cidr.parse(s.value()) != null)),
          Builtin.named("net.cidr_merge")
              .doc(
                  "Merges IP addresses and subnets into the smallest possible "
                      + "list of CIDRs (e.g., `net.cidr_merge([\"192.0.128.0/24\", "
                      + "\"192.0.129.0/24\"])` generates `{\"192.0.128.0/23\"}`.This "
                      + "function merges adjacent subnets where possible, those "
                      + "contained within others and also removes any duplicates.\n"
                      + "Supports both IPv4 and IPv6 notations. IPv6 inputs need a "
                      + "prefix length (e.g. \"/128\").")
              .arg(
                  "addrs",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.anyOf(RegoType.STRING)),
                      RegoType.setOf(RegoType.STRING)),
                  "CIDRs or IP addresses")
              .result(
                  "output",
                  RegoType.setOf(RegoType.STRING),
                  "smallest possible set of CIDRs obtained "
                      + "after merging the provided list of IP "
                      + "addresses and subnets in `addrs`")
              .body(Operand.ANY, Networks::merge),
          Builtin.named("net.lookup_ip_addr")
              .doc(
                  "Returns the set of IP addresses (both v4 and v6) that the "
                      + "passed-in `name` resolves to using the standard name "
                      + "resolution mechanisms available.")
              .arg("name", RegoType.STRING, "domain name to resolve")
              .result(
                  "addrs",
                  RegoType.setOf(RegoType.STRING),
                  "IP addresses (v4 and v6) that `name` " + "resolves to")
              .trait(Builtin.Trait.NON_DETERMINISTIC)
              .trait(Builtin.Trait.OUTWARD)
              .body(Operand.TEXT, Networks::lookup));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Cidr block(Value value) {
    return block(Operand.TEXT.of(value, 1));
  }

  private static Cidr block(String text) {
    Cidr block = Cidr.parse(text);
    if (block == null) {
      throw BuiltinException.failed("invalid CIDR address: " + text);
    }
    return block;
  }

  private static boolean intersects(Value a, Value b) {
    Cidr left = block(a);
    Cidr right = block(b);
    return left.contains(right.first()) || right.contains(left.first());
  }

  private static boolean contains(Value outer, Value inner) {
    Cidr block = block(outer);
    String text = Operand.TEXT.of(inner, 1);
    IpAddress address = IpAddress.parse(text);
    if (address != null) {
      return block.contains(address);
    }
    Cidr part = Cidr.parse(text);
    if (part == null) {
      throw BuiltinException.failed(
          "not a valid textual representation of an IP address or CIDR: " + text);
    }
    return block.contains(part);
  }

  /** A block or address among others, with what the result calls it. */
  private record Named(Value block, Value name) {}

  private static Value containsMatches(BuiltinContext context, Value outer, Value inner) {
    List<Named> insiders = new ArrayList<>();
    SetValue.Builder result = SetValue.builder();
    for (Named block : named(outer, 1)) {
      if (insiders.isEmpty()) {
        insiders = named(inner, 2);
      }
      for (Named part : insiders) {
        context.tick(1);
        if (contains(block.block(), part.block())) {
          result.add(ArrayValue.of(block.name(), part.name()));
        }
      }
    }
    return result.build();
  }

  private static List<Named> named(Value value, int operand) {
    List<Named> result = new ArrayList<>();
    if (value instanceof StringValue) {
      result.add(new Named(value, value));
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        result.add(new Named(element(array.at(i), operand), NumberValue.of(i)));
      }
    } else if (value instanceof SetValue set) {
      for (Value element : set.sorted()) {
        result.add(new Named(element(element, operand), element));
      }
    } else if (value instanceof ObjectValue object) {
      object.forEach((key, entry) -> result.add(new Named(element(entry, operand), key)));
    }
    return result;
  }

  private static Value element(Value value, int operand) {
    if (value instanceof StringValue) {
      return value;
    }
    if (value instanceof ArrayValue array && array.size() > 0) {
      return array.at(0);
    }
    throw BuiltinException.failed(
        "operand " + operand + ": element must be string or non-empty array");
  }

  private static Value expand(BuiltinContext context, String text) {
    Cidr block = block(text);
    int bits = block.address().bits();
    if (bits - block.prefix() > MAX_EXPANDED_BITS) {
      throw new EvaluationLimitException(
          EvaluationLimitException.Limit.SIZE, "net.cidr_expand: too many addresses in " + text);
    }
    BigInteger first = block.first().number();
    int count = 1 << (bits - block.prefix());
    SetValue.Builder result = SetValue.builder();
    for (int i = 0; i < count; i++) {
      context.tick(1);
      IpAddress address = IpAddress.of(first.add(BigInteger.valueOf(i)), bits);
      result.add(StringValue.of(address.toString()));
    }
    return result.build();
  }

  private static Value merge(BuiltinContext context, Value value) {
    Iterable<Value> elements;
    if (value instanceof ArrayValue array) {
      elements = array;
    } else if (value instanceof SetValue set) {
      elements = set.sorted();
    } else {
      throw BuiltinException.failed("operand must be an array");
    }
    List<Cidr> blocks = new ArrayList<>();
    for (Value element : elements) {
      blocks.add(blockOrAddress(element));
    }
    SetValue.Builder result = SetValue.builder();
    for (Cidr block : CidrMerge.merge(context, blocks)) {
      result.add(StringValue.of(block.toString()));
    }
    return result.build();
  }

  /** An IPv4 address alone stands for the network of its class, as in OPA. */
  private static Cidr blockOrAddress(Value value) {
    if (!(value instanceof StringValue text)) {
      throw BuiltinException.failed("element must be string");
    }
    IpAddress address = IpAddress.parse(text.value());
    if (address == null) {
      Cidr block = block(text.value());
      return new Cidr(block.first(), block.prefix());
    }
    IpAddress v4 = address.unmapped();
    if (!v4.isV4()) {
      throw BuiltinException.failed("IPv6 invalid: needs prefix length");
    }
    int first = v4.firstByte();
    return new Cidr(v4, first < 0x80 ? 8 : first < 0xC0 ? 16 : 24);
  }

  private record Lookup(String name) {}

  private static Value lookup(BuiltinContext context, String name) {
    return context.remember(new Lookup(name), () -> resolve(context, name));
  }

  private static Value resolve(BuiltinContext context, String name) {
    NameResolver resolver =
        context
            .host()
            .find(NameResolver.class)
            .orElseThrow(
                () ->
                    BuiltinException.failed(
                        "looking up names is off: the host gives no NameResolver"));
    try {
      SetValue.Builder result = SetValue.builder();
      for (InetAddress address : resolver.resolve(name)) {
        result.add(StringValue.of(IpAddress.of(address.getAddress()).toString()));
      }
      return result.build();
    } catch (IOException e) {
      throw BuiltinException.failed("lookup " + name + ": no such host");
    }
  }
}
