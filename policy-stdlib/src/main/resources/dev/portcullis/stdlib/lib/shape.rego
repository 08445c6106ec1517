# Reading fields whose shape is not known: a field of the wrong type is a finding, never a pass.
package lib.shape

# The value at a path of keys and indexes, null where a step is absent.
field(root, path) := object.get(root, path, null) if is_object(root)

field(root, _) := null if not is_object(root)

# The JSON pointer (RFC 6901) of a path.
pointer(path) := concat("", [step |
	some key in path
	step := concat("", ["/", replace(replace(sprintf("%v", [key]), "~", "~0"), "/", "~1")])
])

# The deepest part of a path that the object under review has.
nearest(path) := array.slice(path, 0, max([n |
	some n in numbers.range(0, count(path))
	present(array.slice(path, 0, n))
]))

present([])

present(path) if object.get(input.review.object, path, "absent") == object.get(input.review.object, path, "missing")

# A violation with the place of its subject.
violation(path, msg) := {"msg": msg, "details": {"pointer": pointer(nearest(path))}}

# A path as people write it: spec.containers[0].name
dotted(path) := trim_prefix(
	concat("", [step |
		some key in path
		step := segment(key)
	]),
	".",
)

segment(key) := sprintf("[%d]", [key]) if is_number(key)

segment(key) := sprintf(".%s", [key]) if is_string(key)

# What is wrong with the types of fields. `fields` are slash-separated paths below `at`; `types` says what each of
# them and each step on the way must be: "object", "list", or "objects" (a list of objects). Absent and null are fine.
problems(root, at, fields, types) := {found |
	some name in fields
	keys := split(name, "/")
	some n in numbers.range(1, count(keys))
	path := array.slice(keys, 0, n)
	value := field(root, path)
	value != null
	some found in mismatches(value, array.concat(at, path), types[concat("/", path)])
}

mismatches(value, path, "object") := {violation(path, mistyped(value, path, "an object")) | not is_object(value)}

mismatches(value, path, "list") := {violation(path, mistyped(value, path, "a list")) | not is_array(value)}

mismatches(value, path, "objects") := {violation(path, mistyped(value, path, "a list")) | not is_array(value)} | {found |
	is_array(value)
	some i, item in value
	not is_object(item)
	found := violation(array.concat(path, [i]), mistyped(item, array.concat(path, [i]), "an object"))
}

mistyped(value, path, wanted) := sprintf("%s must be %s, is of type %s", [dotted(path), wanted, type_name(value)])
