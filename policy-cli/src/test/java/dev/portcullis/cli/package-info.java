/** Tests of the command line: arguments in, output and exit code out. */
@NullMarked
package dev.portcullis.cli;

import org.jspecify.annotations.NullMarked;
