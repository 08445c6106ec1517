/** OpenAPI v3 schemas as CustomResourceDefinitions have them: structural, with defaults. */
@NullMarked
package dev.portcullis.gatekeeper.schema;

import org.jspecify.annotations.NullMarked;
