package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a directive.
 *
 * @param name its name
 * @param arguments its arguments
 * @param locations where it may be applied
 * @param repeatable whether it may be applied twice at one place
 * @param place where it stood
 */
record DirectiveDefinition(
    String name,
    List<FieldDefinition> arguments,
    List<String> locations,
    boolean repeatable,
    @Nullable Place place) {}
