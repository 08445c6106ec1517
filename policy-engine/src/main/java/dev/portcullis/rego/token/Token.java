package dev.portcullis.rego.token;

import java.util.List;

/**
 * A token. Keywords come from the lexer as {@link TokenKind#IDENT}, since which words are keywords
 * depends on the version and the imports.
 *
 * @param kind its kind
 * @param start the offset of its first character
 * @param end the offset after its last
 * @param text what stands there; empty for punctuation
 * @param spaceBefore whether blanks or line ends stand between it and the token before
 * @param newlineBefore whether a line ends between it and the token before
 * @param commentBefore whether a comment stands between it and the token before
 * @param errors what is wrong with it; only an {@link TokenKind#ILLEGAL} token has errors
 */
public record Token(
    TokenKind kind,
    int start,
    int end,
    String text,
    boolean spaceBefore,
    boolean newlineBefore,
    boolean commentBefore,
    List<String> errors) {}
