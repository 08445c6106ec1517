/** Suites of test cases for templates and constraints, in gator's format. */
@NullMarked
package dev.portcullis.gatekeeper.suite;

import org.jspecify.annotations.NullMarked;
