package dev.portcullis.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out its results
 * @param err everything else
 */
record Output(PrintWriter out, PrintWriter err) {}
