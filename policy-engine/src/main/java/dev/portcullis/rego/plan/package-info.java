/**
 * The plan: nested loops and tests over registers, and the planner that makes it from resolved
 * modules.
 */
@NullMarked
package dev.portcullis.rego.plan;

import org.jspecify.annotations.NullMarked;
