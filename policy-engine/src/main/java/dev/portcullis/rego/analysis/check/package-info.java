/** What must hold of modules beyond their syntax, one class for each kind of mistake. */
@NullMarked
package dev.portcullis.rego.analysis.check;

import org.jspecify.annotations.NullMarked;
