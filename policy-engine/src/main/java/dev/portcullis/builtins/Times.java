package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Times, as nanoseconds since 1970. */
public final class Times implements BuiltinProvider {
  private static final long NANOS = 1_000_000_000L;

  /** Years, months and days beyond this lead out of the range of times from anywhere in it. */
  private static final long MAX_DATE_STEP = 1_000_000;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("time.now_ns")
              .doc("Returns the current time since epoch in nanoseconds.")
              .result("now", RegoType.NUMBER, "nanoseconds since epoch")
              .trait(Builtin.Trait.NON_DETERMINISTIC)
              .body(ctx -> NumberValue.of(ctx.timeNanos())),
          Builtin.named("time.parse_ns")
              .doc(
                  "Returns the time in nanoseconds parsed from the string in the "
                      + "given format. `undefined` if the result would be outside the "
                      + "valid time range that can fit within an `int64`.")
              .arg(
                  "layout",
                  RegoType.STRING,
                  "format used for parsing, see the [Go "
                      + "`time` package "
                      + "documentation](https://golang.org/pkg/time/#Parse) "
                      + "for more details")
              .arg("value", RegoType.STRING, "input to parse according to `layout`")
              .result("ns", RegoType.NUMBER, "`value` in nanoseconds since epoch")
              .body(
                  Operand.STRING,
                  Operand.STRING,
                  (ctx, layout, value) ->
                      inRange(GoTimeParser.parse(named(ByteText.of(layout)), ByteText.of(value)))),
          Builtin.named("time.parse_rfc3339_ns")
              .doc(
                  "Returns the time in nanoseconds parsed from the string in "
                      + "RFC3339 format. `undefined` if the result would be outside "
                      + "the valid time range that can fit within an `int64`.")
              .arg("value", RegoType.STRING, "input string to parse in RFC3339 format")
              .result("ns", RegoType.NUMBER, "`value` in nanoseconds since epoch")
              .body(
                  Operand.STRING,
                  (ctx, value) ->
                      inRange(GoTimeParser.parse(GoLayout.RFC3339, ByteText.of(value)))),
          Builtin.named("time.parse_duration_ns")
              .doc("Returns the duration in nanoseconds represented by a string.")
              .arg(
                  "duration",
                  RegoType.STRING,
                  "a duration like \"3m\"; see the [OPA `Duration Parsing`"
                      + " documentation](https://www.openpolicyagent.org/docs/latest/policy-reference/builtins/time#duration-parsing)"
                      + " for more details")
              .result("ns", RegoType.NUMBER, "the `duration` in nanoseconds")
              .body(Operand.TEXT, (ctx, value) -> NumberValue.of(GoDuration.parse(value))),
          Builtin.named("time.format")
              .doc("Returns the formatted timestamp for the nanoseconds since " + "epoch.")
              .arg(
                  "x",
                  RegoType.anyOf(
                      RegoType.NUMBER,
                      RegoType.tuple(RegoType.NUMBER, RegoType.STRING),
                      RegoType.tuple(RegoType.NUMBER, RegoType.STRING, RegoType.STRING)),
                  "a number representing the nanoseconds "
                      + "since the epoch (UTC); or a two-element "
                      + "array of the nanoseconds, and a "
                      + "timezone string; or a three-element "
                      + "array of ns, timezone string and a "
                      + "layout string or golang defined "
                      + "formatting constant (see golang "
                      + "supported time formats)")
              .result(
                  "formatted timestamp",
                  RegoType.STRING,
                  "the formatted timestamp represented for "
                      + "the nanoseconds since the epoch in the "
                      + "supplied timezone (or UTC)")
              .body(Operand.ANY, (ctx, x) -> format(x)),
          Builtin.named("time.date")
              .doc("Returns the `[year, month, day]` for the nanoseconds since " + "epoch.")
              .arg(
                  "x",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.tuple(RegoType.NUMBER, RegoType.STRING)),
                  "a number representing the nanoseconds "
                      + "since the epoch (UTC); or a two-element "
                      + "array of the nanoseconds, and a "
                      + "timezone string")
              .result(
                  "date",
                  RegoType.tuple(RegoType.NUMBER, RegoType.NUMBER, RegoType.NUMBER),
                  "an array of `year`, `month` (1-12), and " + "`day` (1-31)")
              .body(
                  Operand.ANY,
                  (ctx, x) -> {
                    ZonedDateTime time = time(x);
                    return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
                  }),
          Builtin.named("time.clock")
              .doc(
                  "Returns the `[hour, minute, second]` of the day for the "
                      + "nanoseconds since epoch.")
              .arg(
                  "x",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.tuple(RegoType.NUMBER, RegoType.STRING)),
                  "a number representing the nanoseconds "
                      + "since the epoch (UTC); or a two-element "
                      + "array of the nanoseconds, and a "
                      + "timezone string")
              .result(
                  "output",
                  RegoType.tuple(RegoType.NUMBER, RegoType.NUMBER, RegoType.NUMBER),
                  "the `hour`, `minute` (0-59), and "
                      + "`second` (0-59) representing the time "
                      + "of day for the nanoseconds since epoch "
                      + "in the supplied timezone (or UTC)")
              .body(
                  Operand.ANY,
                  (ctx, x) -> {
                    ZonedDateTime time = time(x);
                    return numbers(time.getHour(), time.getMinute(), time.getSecond());
                  }),
          Builtin.named("time.weekday")
              .doc(
                  "Returns the day of the week (Monday, Tuesday, ...) for the "
                      + "nanoseconds since epoch.")
              .arg(
                  "x",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.tuple(RegoType.NUMBER, RegoType.STRING)),
                  "a number representing the nanoseconds "
                      + "since the epoch (UTC); or a two-element "
                      + "array of the nanoseconds, and a "
                      + "timezone string")
              .result(
                  "day",
                  RegoType.STRING,
                  "the weekday represented by `ns` "
                      + "nanoseconds since the epoch in the "
                      + "supplied timezone (or UTC)")
              .body(
                  Operand.ANY,
                  (ctx, x) ->
                      StringValue.of(
                          time(x).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
          Builtin.named("time.add_date")
              .doc(
                  "Returns the nanoseconds since epoch after adding years, "
                      + "months and days to nanoseconds. Month & day values outside "
                      + "their usual ranges after the operation and will be normalized "
                      + "- for example, October 32 would become November 1. "
                      + "`undefined` if the result would be outside the valid time "
                      + "range that can fit within an `int64`.")
              .arg("ns", RegoType.NUMBER, "nanoseconds since the epoch")
              .arg("years", RegoType.NUMBER, "number of years to add")
              .arg("months", RegoType.NUMBER, "number of months to add")
              .arg("days", RegoType.NUMBER, "number of days to add")
              .result(
                  "output",
                  RegoType.NUMBER,
                  "nanoseconds since the epoch "
                      + "representing the input time, with "
                      + "years, months and days added")
              .body((Builtin.FnN) (ctx, arguments) -> addDate(arguments)),
          Builtin.named("time.diff")
              .doc(
                  "Returns the difference between two unix timestamps in "
                      + "nanoseconds (with optional timezone strings).")
              .arg(
                  "ns1",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.tuple(RegoType.NUMBER, RegoType.STRING)),
                  "nanoseconds since the epoch; or a "
                      + "two-element array of the nanoseconds, "
                      + "and a timezone string")
              .arg(
                  "ns2",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.tuple(RegoType.NUMBER, RegoType.STRING)),
                  "nanoseconds since the epoch; or a "
                      + "two-element array of the nanoseconds, "
                      + "and a timezone string")
              .result(
                  "output",
                  RegoType.tuple(
                      RegoType.NUMBER,
                      RegoType.NUMBER,
                      RegoType.NUMBER,
                      RegoType.NUMBER,
                      RegoType.NUMBER,
                      RegoType.NUMBER),
                  "difference between `ns1` and `ns2` (in "
                      + "their supplied timezones, if supplied, "
                      + "or UTC) as array of numbers: `[years, "
                      + "months, days, hours, minutes, seconds]`")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> diff(time(a), time(b))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static String named(String layout) {
    return GoLayout.NAMED.getOrDefault(layout, layout);
  }

  private static Value inRange(BigInteger nanos) {
    if (nanos.bitLength() >= Long.SIZE) {
      throw BuiltinException.failed("time outside of valid range");
    }
    return NumberValue.of(nanos);
  }

  private static Value numbers(int... numbers) {
    Value[] values = new Value[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      values[i] = NumberValue.of(numbers[i]);
    }
    return ArrayValue.wrap(values);
  }

  private static BuiltinException notTime(Value value) {
    return BuiltinException.operand(
        1, "either number (ns) or [number (ns), string (tz)]", value.kind().typeName());
  }

  /** Returns the time that is given as nanoseconds, or as an array of them and a zone's name. */
  private static ZonedDateTime time(Value value) {
    Value nanos = value;
    ZoneId zone = ZoneOffset.UTC;
    if (value instanceof ArrayValue array) {
      if (array.size() == 0) {
        throw notTime(value);
      }
      nanos = Operand.NUMBER.of(array.at(0), 1);
      if (array.size() > 1) {
        zone = GoZones.of(Operand.TEXT.of(array.at(1), 1));
      }
      if (array.size() > 2) {
        Operand.TEXT.of(array.at(2), 1);
      }
    } else if (!(value instanceof NumberValue)) {
      throw notTime(value);
    }
    NumberValue number = Operand.NUMBER.of(nanos, 1);
    if (!number.isLong()) {
      throw BuiltinException.failed("timestamp too big");
    }
    long exact = number.longValue();
    return Instant.ofEpochSecond(Math.floorDiv(exact, NANOS), Math.floorMod(exact, NANOS))
        .atZone(zone);
  }

  private static Value format(Value value) {
    ZonedDateTime time = time(value);
    String layout = "";
    if (value instanceof ArrayValue array && array.size() > 2) {
      layout = ByteText.of(Operand.STRING.of(array.at(2), 1));
    }
    String used = layout.isEmpty() ? GoLayout.RFC3339_NANO : named(layout);
    return ByteText.value(GoTimeFormat.format(time, used));
  }

  private static Value addDate(Value[] arguments) {
    ZonedDateTime time = time(arguments[0]);
    long years = step(arguments[1], 2);
    long months = step(arguments[2], 3);
    long days = step(arguments[3], 4);
    if (Math.max(Math.abs(years), Math.max(Math.abs(months), Math.abs(days))) > MAX_DATE_STEP) {
      throw BuiltinException.failed("time outside of valid range");
    }
    LocalDate date =
        time.toLocalDate()
            .withDayOfMonth(1)
            .plusMonths(12 * years + months)
            .plusDays(time.getDayOfMonth() - 1 + days);
    long local = date.toEpochDay() * 86_400 + time.toLocalTime().toSecondOfDay();
    // Where the clock is put forward or back, Go takes the offset of what it guesses first.
    ZoneId zone = time.getZone();
    long guess = local - offset(zone, local);
    BigInteger seconds = BigInteger.valueOf(local - offset(zone, guess));
    return inRange(
        seconds.multiply(BigInteger.valueOf(NANOS)).add(BigInteger.valueOf(time.getNano())));
  }

  private static long offset(ZoneId zone, long epochSecond) {
    return zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
  }

  private static long step(Value value, int operand) {
    return Operands.integer(operand).of(value, operand);
  }

  /** Returns years, months, days, hours, minutes and seconds between the times. */
  private static Value diff(ZonedDateTime a, ZonedDateTime b) {
    ZonedDateTime other = b.withZoneSameInstant(a.getZone());
    boolean ordered = !a.toInstant().isAfter(other.toInstant());
    ZonedDateTime from = ordered ? a : other;
    ZonedDateTime to = ordered ? other : a;
    int years = to.getYear() - from.getYear();
    int months = to.getMonthValue() - from.getMonthValue();
    int days = to.getDayOfMonth() - from.getDayOfMonth();
    int hours = to.getHour() - from.getHour();
    int minutes = to.getMinute() - from.getMinute();
    int seconds = to.getSecond() - from.getSecond();
    if (seconds < 0) {
      seconds += 60;
      minutes--;
    }
    if (minutes < 0) {
      minutes += 60;
      hours--;
    }
    if (hours < 0) {
      hours += 24;
      days--;
    }
    if (days < 0) {
      days += YearMonth.of(from.getYear(), from.getMonthValue()).lengthOfMonth();
      months--;
    }
    if (months < 0) {
      months += 12;
      years--;
    }
    return numbers(years, months, days, hours, minutes, seconds);
  }
}
