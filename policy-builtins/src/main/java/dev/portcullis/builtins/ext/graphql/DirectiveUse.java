package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive where it is applied.
 *
 * @param name the directive's name
 * @param arguments its arguments
 * @param place where it stood
 */
record DirectiveUse(String name, List<Argument> arguments, @Nullable Place place) {}
