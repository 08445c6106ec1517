/** Folders, files and bundles of Rego modules and data, as OPA loads them. */
@NullMarked
package dev.portcullis.bundle;

import org.jspecify.annotations.NullMarked;
