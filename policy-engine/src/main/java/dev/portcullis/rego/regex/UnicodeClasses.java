package dev.portcullis.rego.regex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The named classes: {@code [:alpha:]} and {@code \p{Greek}}. */
final class UnicodeClasses {
  private static final Map<String, CodePoints> POSIX = posix();
  private static final Map<String, String> ALIASES = aliases();
  private static final Map<String, CodePoints> KNOWN = new ConcurrentHashMap<>();

  private UnicodeClasses() {}

  private static Map<String, CodePoints> posix() {
    Map<String, CodePoints> map = new HashMap<>();
    map.put("alnum", CodePoints.builder().add('0', '9').add('A', 'Z').add('a', 'z').build());
    map.put("alpha", CodePoints.builder().add('A', 'Z').add('a', 'z').build());
    map.put("ascii", CodePoints.range(0, 0x7F));
    map.put("blank", CodePoints.builder().add('\t', '\t').add(' ', ' ').build());
    map.put("cntrl", CodePoints.builder().add(0, 0x1F).add(0x7F, 0x7F).build());
    map.put("digit", CodePoints.DIGIT);
    map.put("graph", CodePoints.range('!', '~'));
    map.put("lower", CodePoints.range('a', 'z'));
    map.put("print", CodePoints.range(' ', '~'));
    map.put(
        "punct",
        CodePoints.builder().add('!', '/').add(':', '@').add('[', '`').add('{', '~').build());
    map.put("space", CodePoints.builder().add('\t', '\r').add(' ', ' ').build());
    map.put("upper", CodePoints.range('A', 'Z'));
    map.put("word", CodePoints.WORD);
    map.put("xdigit", CodePoints.builder().add('0', '9').add('A', 'F').add('a', 'f').build());
    return map;
  }

  private static Map<String, String> aliases() {
    Map<String, String> map = new HashMap<>();
    String[] pairs = {
      "Other",
      "C",
      "Control",
      "Cc",
      "cntrl",
      "Cc",
      "Format",
      "Cf",
      "Unassigned",
      "Cn",
      "Private_Use",
      "Co",
      "Surrogate",
      "Cs",
      "Letter",
      "L",
      "Cased_Letter",
      "LC",
      "Lowercase_Letter",
      "Ll",
      "Modifier_Letter",
      "Lm",
      "Other_Letter",
      "Lo",
      "Titlecase_Letter",
      "Lt",
      "Uppercase_Letter",
      "Lu",
      "Mark",
      "M",
      "Combining_Mark",
      "M",
      "Spacing_Mark",
      "Mc",
      "Enclosing_Mark",
      "Me",
      "Nonspacing_Mark",
      "Mn",
      "Number",
      "N",
      "Decimal_Number",
      "Nd",
      "digit",
      "Nd",
      "Letter_Number",
      "Nl",
      "Other_Number",
      "No",
      "Punctuation",
      "P",
      "punct",
      "P",
      "Connector_Punctuation",
      "Pc",
      "Dash_Punctuation",
      "Pd",
      "Close_Punctuation",
      "Pe",
      "Final_Punctuation",
      "Pf",
      "Initial_Punctuation",
      "Pi",
      "Other_Punctuation",
      "Po",
      "Open_Punctuation",
      "Ps",
      "Symbol",
      "S",
      "Currency_Symbol",
      "Sc",
      "Modifier_Symbol",
      "Sk",
      "Math_Symbol",
      "Sm",
      "Other_Symbol",
      "So",
      "Separator",
      "Z",
      "Line_Separator",
      "Zl",
      "Paragraph_Separator",
      "Zp",
      "Space_Separator",
      "Zs"
    };
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(canonical(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  private static String canonical(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the class that {@code [:name:]} stands for, or {@code null}. */
  static @Nullable CodePoints posix(String name) {
    return POSIX.get(name);
  }

  /** Returns the class that {@code \p{name}} stands for, or {@code null}. */
  static @Nullable CodePoints unicode(String name) {
    String key = canonical(name);
    CodePoints known = KNOWN.get(key);
    if (known == null) {
      known = make(key);
      if (known != null) {
        KNOWN.put(key, known);
      }
    }
    return known;
  }

  private static @Nullable CodePoints make(String key) {
    return switch (key) {
      case "" -> null;
      case "any" -> CodePoints.ALL;
      case "ascii" -> CodePoints.range(0, 0x7F);
      case "assigned" -> category("Cn").negated();
      default -> {
        String category = ALIASES.getOrDefault(key, key);
        CodePoints set = category.length() <= 2 ? category(category) : script(key);
        yield set == null || (category.length() <= 2 && set.isEmpty()) ? null : set;
      }
    };
  }

  private static CodePoints category(String name) {
    if (name.equalsIgnoreCase("LC")) {
      return scan(c -> "Lu Ll Lt".contains(categoryOf(c)));
    }
    return scan(
        c -> categoryOf(c).regionMatches(true, 0, name, 0, name.length()) && !isLeftOut(c, name));
  }

  /** The group {@code C} has no unassigned code points in Go. */
  private static boolean isLeftOut(int c, String name) {
    return name.length() == 1 && Character.getType(c) == Character.UNASSIGNED;
  }

  private static @Nullable CodePoints script(String key) {
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      if (canonical(script.name()).equals(key) && script != Character.UnicodeScript.UNKNOWN) {
        return scan(c -> Character.UnicodeScript.of(c) == script);
      }
    }
    return null;
  }

  private static CodePoints scan(IntPredicate member) {
    CodePoints.Builder out = CodePoints.builder();
    int start = -1;
    for (int c = 0; c <= CodePoints.MAX + 1; c++) {
      boolean in = c <= CodePoints.MAX && member.test(c);
      if (in && start < 0) {
        start = c;
      } else if (!in && start >= 0) {
        out.add(start, c - 1);
        start = -1;
      }
    }
    return out.build();
  }

  private static String categoryOf(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER -> "Lu";
      case Character.LOWERCASE_LETTER -> "Ll";
      case Character.TITLECASE_LETTER -> "Lt";
      case Character.MODIFIER_LETTER -> "Lm";
      case Character.OTHER_LETTER -> "Lo";
      case Character.NON_SPACING_MARK -> "Mn";
      case Character.ENCLOSING_MARK -> "Me";
      case Character.COMBINING_SPACING_MARK -> "Mc";
      case Character.DECIMAL_DIGIT_NUMBER -> "Nd";
      case Character.LETTER_NUMBER -> "Nl";
      case Character.OTHER_NUMBER -> "No";
      case Character.SPACE_SEPARATOR -> "Zs";
      case Character.LINE_SEPARATOR -> "Zl";
      case Character.PARAGRAPH_SEPARATOR -> "Zp";
      case Character.CONTROL -> "Cc";
      case Character.FORMAT -> "Cf";
      case Character.PRIVATE_USE -> "Co";
      case Character.SURROGATE -> "Cs";
      case Character.DASH_PUNCTUATION -> "Pd";
      case Character.START_PUNCTUATION -> "Ps";
      case Character.END_PUNCTUATION -> "Pe";
      case Character.CONNECTOR_PUNCTUATION -> "Pc";
      case Character.OTHER_PUNCTUATION -> "Po";
      case Character.MATH_SYMBOL -> "Sm";
      case Character.CURRENCY_SYMBOL -> "Sc";
      case Character.MODIFIER_SYMBOL -> "Sk";
      case Character.OTHER_SYMBOL -> "So";
      case Character.INITIAL_QUOTE_PUNCTUATION -> "Pi";
      case Character.FINAL_QUOTE_PUNCTUATION -> "Pf";
      default -> "Cn";
    };
  }
}
