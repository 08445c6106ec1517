# GitLab CI configurations. As files they have no kind; the engine gives them one.
package lib.pipeline

import data.lib.shape

# Top-level keys that are not jobs.
keywords := {
	"default", "include", "stages", "variables", "workflow", "image", "services", "cache", "before_script",
	"after_script", "pages", "spec", "apiVersion", "kind", "metadata",
}

is_pipeline if {
	some name, job in input.review.object
	not name in keywords
	is_object(job)
	some key in ["script", "trigger", "extends", "run"]
	key in object.keys(job)
}

# Every job that is an object, hidden ones and `pages` included, with its place.
jobs contains {"name": name, "def": job, "path": [name]} if {
	is_pipeline
	some name, job in input.review.object
	not name in (keywords - {"pages"})
	is_object(job)
}

# The lines of a job's scripts. Items may be lists themselves; a line that ends in a backslash goes on.
lines(job) := [{"text": text, "path": array.concat(job.path, [section])} |
	some section in ["before_script", "script", "after_script"]
	item := flat(shape.field(job.def, [section]))[_]
	text := split(regex.replace(item, `\x5c[ \t]*\n`, " "), "\n")[_]
]

flat(value) := [value] if is_string(value)

flat(value) := [text | some item in value; some text in strings_of(item)] if is_array(value)

strings_of(item) := [item] if is_string(item)

strings_of(item) := [text | some text in item; is_string(text)] if is_array(item)

# Images and services, of jobs and of the defaults.
images contains {"text": text, "path": path, "service": true} if {
	some place in places
	some i, service in shape.field(place.def, ["services"])
	path := array.concat(place.path, ["services", i])
	text := name_of(service)
}

images contains {"text": text, "path": array.concat(place.path, ["image"]), "service": false} if {
	some place in places
	text := name_of(shape.field(place.def, ["image"]))
}

places contains {"def": job.def, "path": job.path} if some job in jobs

places contains {"def": input.review.object, "path": []} if is_pipeline

places contains {"def": input.review.object["default"], "path": ["default"]} if is_pipeline

name_of(image) := image if is_string(image)

name_of(image) := image.name if is_object(image)

malformed contains shape.violation([name], sprintf("job %s must be an object, is of type %s", [name, type_name(job)])) if {
	is_pipeline
	some name, job in input.review.object
	not name in keywords
	not startswith(name, ".")
	not is_object(job)
}
