/** GraphQL documents and schemas: reading, checking, and their tree as values. */
@NullMarked
package dev.portcullis.builtins.ext.graphql;

import org.jspecify.annotations.NullMarked;
