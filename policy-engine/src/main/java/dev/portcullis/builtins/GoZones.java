package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Time zones by the names of the IANA database. */
final class GoZones {
  private static final DateTimeFormatter SHORT_NAME =
      DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  /** Names that Java leaves out, with places that keep the same time. */
  private static final Map<String, String> ALIASES =
      Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST", "Pacific/Honolulu");

  /**
   * The abbreviations that the IANA database has, with their offsets in minutes. Java has others
   * too, where the database writes the offset.
   */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "EST-300",
          "EDT-240",
          "CST-360",
          "CDT-300",
          "MST-420",
          "MDT-360",
          "PST-480",
          "PDT-420",
          "AKST-540",
          "AKDT-480",
          "HST-600",
          "HDT-540",
          "AST-240",
          "ADT-180",
          "NST-210",
          "NDT-150",
          "CST-300",
          "CDT-240",
          "GMT0",
          "BST60",
          "IST60",
          "WET0",
          "WEST60",
          "CET60",
          "CEST120",
          "EET120",
          "EEST180",
          "MSK180",
          "IST120",
          "IDT180",
          "IST330",
          "SAST120",
          "EAT180",
          "CAT120",
          "WAT60",
          "PKT300",
          "WIB420",
          "WITA480",
          "WIT540",
          "CST480",
          "HKT480",
          "JST540",
          "KST540",
          "PST480",
          "ACST570",
          "ACDT630",
          "AEST600",
          "AEDT660",
          "AWST480",
          "NZST720",
          "NZDT780",
          "ChST600",
          "SST-660",
          "UTC0");

  private GoZones() {}

  /** Returns the zone; the empty name is UTC, {@code Local} is the host's. */
  static ZoneId of(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (name.equals("Local")) {
      return ZoneId.systemDefault();
    }
    String alias = ALIASES.get(name);
    if (alias != null) {
      return ZoneId.of(alias);
    }
    // Java knows names of its own, such as UTC+1, that the database does not have.
    if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV/")) {
      throw BuiltinException.failed(
          name.contains("..") || name.startsWith("/") || name.startsWith("\\")
              ? "time: invalid location name"
              : "unknown time zone " + name);
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw BuiltinException.failed("unknown time zone " + name);
    }
  }

  /** Returns the zone's abbreviation at the time; where there is none, its offset. */
  static String abbreviation(ZonedDateTime time) {
    if (time.getZone() instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0 ? "UTC" : numeric(time);
    }
    String name = SHORT_NAME.format(time);
    int minutes = time.getOffset().getTotalSeconds() / 60;
    return ABBREVIATIONS.contains(name + minutes) ? name : numeric(time);
  }

  private static String numeric(ZonedDateTime time) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    String hours = String.format("%s%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60);
    return minutes % 60 == 0 ? hours : hours + String.format("%02d", Math.abs(minutes) % 60);
  }
}
