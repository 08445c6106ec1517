package dev.portcullis.gatekeeper;

import dev.portcullis.rego.program.Entrypoint;

/**
 * A template whose Rego is compiled.
 *
 * @param template the template
 * @param violations the rule that gives violations
 * @param usesInventory whether it looks at {@code data.inventory}
 */
public record TemplatePolicy(
    ConstraintTemplate template, Entrypoint violations, boolean usesInventory) {}
