package dev.portcullis.rego.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.rego.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
  private static List<Token> lex(String text) {
    return Lexer.lex(new SourceText("t", text)).tokens();
  }

  private static List<TokenKind> kinds(String text) {
    return lex(text).stream().map(Token::kind).toList();
  }

  @Test
  void splitsOperatorsByTheLongestMatch() {
    assertThat(kinds(":= : == = != <= < >= >"))
        .containsExactly(
            TokenKind.ASSIGN,
            TokenKind.COLON,
            TokenKind.EQUAL,
            TokenKind.UNIFY,
            TokenKind.NOT_EQUAL,
            TokenKind.LESS_EQUAL,
            TokenKind.LESS,
            TokenKind.GREATER_EQUAL,
            TokenKind.GREATER,
            TokenKind.EOF);
  }

  @Test
  void remembersWhatStandsBeforeAToken() {
    List<Token> tokens = lex("a b # note\nc");
    assertThat(tokens.get(0).spaceBefore()).isFalse();
    assertThat(tokens.get(1).spaceBefore()).isTrue();
    assertThat(tokens.get(1).newlineBefore()).isFalse();
    assertThat(tokens.get(2).newlineBefore()).isTrue();
    assertThat(tokens.get(2).commentBefore()).isTrue();
  }

  @Test
  void keepsCommentsWithoutTheCarriageReturn() {
    TokenList list = Lexer.lex(new SourceText("t", "# one\r\n#two"));
    assertThat(list.comments()).extracting(c -> c.text()).containsExactly("# one", "#two");
  }

  @Test
  void readsTemplatesInsideTemplates() {
    assertThat(kinds("$\"a{ $`b{{1}}c` }d\""))
        .containsExactly(
            TokenKind.TEMPLATE_PART,
            TokenKind.RAW_TEMPLATE_PART,
            TokenKind.LEFT_BRACE,
            TokenKind.NUMBER,
            TokenKind.RIGHT_BRACE,
            TokenKind.RIGHT_BRACE,
            TokenKind.RAW_TEMPLATE_END,
            TokenKind.RIGHT_BRACE,
            TokenKind.TEMPLATE_END,
            TokenKind.EOF);
  }

  @ParameterizedTest
  @CsvSource({
    "1., expected fraction",
    "1e, expected exponent",
    "1e+, expected exponent",
    "0x1f, illegal number format",
    "!, illegal ! character",
    "$x, illegal $ character",
  })
  void saysWhatIsWrongWithAToken(String text, String error) {
    Token token = lex(text).get(0);
    assertThat(token.kind()).isEqualTo(TokenKind.ILLEGAL);
    assertThat(token.errors()).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "`a\nb", "$\"a", "$`a\nb", "\"a\nb\"", "$\"a\nb\"", "\"\\u12\""})
  void reportsStringsThatDoNotEnd(String text) {
    assertThat(lex(text).get(0).errors()).contains("non-terminated string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\q\"", "\"\\x41\"", "\"\\{\"", "$\"\\}\""})
  void reportsEscapesThatDoNotExist(String text) {
    assertThat(lex(text).get(0).errors()).containsExactly("illegal escape sequence");
  }

  @Test
  void skipsAByteOrderMarkOnlyAtTheStart() {
    assertThat(kinds("\uFEFFa")).containsExactly(TokenKind.IDENT, TokenKind.EOF);
    assertThat(lex("a\uFEFF").get(0).errors()).containsExactly("illegal byte-order mark");
  }

  @Test
  void reportsBytesThatAreNotUtf8AtTheTokenBefore() {
    byte[] bytes = {'a', ' ', (byte) 0xFF};
    SourceText source = SourceText.ofUtf8("t", bytes);
    assertThat(Lexer.lex(source).tokens())
        .anySatisfy(t -> assertThat(t.errors()).containsExactly("illegal utf-8 character"));
  }

  @Test
  void readsMegabytesOfOneToken() {
    assertThat(kinds("\"" + "x".repeat(5_000_000) + "\""))
        .containsExactly(TokenKind.STRING, TokenKind.EOF);
  }
}
