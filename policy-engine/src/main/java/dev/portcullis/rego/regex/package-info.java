/**
 * Regular expressions in Go's syntax (RE2). A pattern is parsed here, so that what is accepted and
 * what is said about the rest are Go's; boolean matches are decided by string comparison or by a
 * lazily built automaton, and only what needs the places of captures goes to re2j. All of it takes
 * time linear in the text.
 */
@NullMarked
package dev.portcullis.rego.regex;

import org.jspecify.annotations.NullMarked;
