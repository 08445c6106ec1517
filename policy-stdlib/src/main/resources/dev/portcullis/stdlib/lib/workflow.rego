# GitHub Actions workflows and composite actions. As files they have no kind; the engine gives them one.
package lib.workflow

import data.lib.shape

is_workflow if {
	input.review.object.jobs
	some key in ["on", "true"]
	key in object.keys(input.review.object)
}

is_action if input.review.object.runs.using == "composite"

# Every job that is an object, with its place.
jobs contains {"name": name, "def": job, "path": ["jobs", name]} if {
	is_workflow
	some name, job in input.review.object.jobs
	is_object(job)
}

# Every step, with its place and how messages call it.
steps contains {"def": step, "path": path, "label": label(step, path), "job": job.def} if {
	some job in jobs
	some i, step in job.def.steps
	is_object(step)
	path := array.concat(job.path, ["steps", i])
}

steps contains {"def": step, "path": path, "label": label(step, path), "job": {}} if {
	is_action
	some i, step in input.review.object.runs.steps
	is_object(step)
	path := ["runs", "steps", i]
}

label(step, path) := sprintf("%s %q", [shape.dotted(path), step.name]) if is_string(object.get(step, "name", null))

label(step, path) := shape.dotted(path) if not is_string(object.get(step, "name", null))

violation(step, below, msg) := shape.violation(array.concat(step.path, below), sprintf("%s: %s", [step.label, msg]))

# What keeps a workflow from being judged.
malformed contains shape.violation(["jobs"], "jobs must be an object") if {
	is_workflow
	not is_object(input.review.object.jobs)
}

malformed contains shape.violation(["jobs", name], sprintf("jobs.%s must be an object", [name])) if {
	is_workflow
	is_object(input.review.object.jobs)
	some name, job in input.review.object.jobs
	not is_object(job)
}

malformed contains found if {
	some job in jobs
	some found in shape.problems(job.def, job.path, {"steps"}, {"steps": "objects"})
}

malformed contains found if {
	is_action
	some found in shape.problems(input.review.object, [], {"runs/steps"}, {"runs": "object", "runs/steps": "objects"})
}

# The events that start the workflow, whichever of the three forms they are written in.
events := {on} if is_string(on)

events := {event | some event in on} if is_array(on)

events := object.keys(on) if is_object(on)

on := input.review.object.on

on := input.review.object["true"] if not input.review.object.on

# Where the actions that are used are named.
uses contains {"text": step.def.uses, "path": array.concat(step.path, ["uses"]), "label": step.label} if {
	some step in steps
	step.def.uses
}

uses contains {"text": job.def.uses, "path": array.concat(job.path, ["uses"]), "label": shape.dotted(job.path)} if {
	some job in jobs
	job.def.uses
}
