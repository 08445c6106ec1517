package dev.portcullis.gatekeeper;

import dev.portcullis.api.ConstraintId;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchCriteria;

/**
 * A constraint.
 *
 * @param object its manifest
 * @param id its kind and name
 * @param match what it is about
 * @param parameters its parameters, with the defaults of the template's schema
 * @param enforcement what follows from its violations
 */
public record Constraint(
    ManifestObject object,
    ConstraintId id,
    MatchCriteria match,
    Value parameters,
    Enforcement enforcement) {}
