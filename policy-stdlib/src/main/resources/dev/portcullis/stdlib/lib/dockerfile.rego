# Dockerfiles as documents: Stages, each with a Name and Commands of Cmd, SubCmd, Flags, Value and JSON.
package lib.dockerfile

import data.lib.shape

# Every instruction, in order, with its place.
commands := [entry |
	some s, stage in input.review.object.Stages
	some n, command in stage.Commands
	entry := {
		"stage": s,
		"number": n,
		"cmd": lower(command.Cmd),
		"def": command,
		"value": object.get(command, "Value", []),
		"flags": object.get(command, "Flags", []),
		"path": ["Stages", s, "Commands", n],
	}
]

violation(command, msg) := shape.violation(command.path, msg)

# What keeps a Dockerfile from being judged.
malformed contains found if {
	some found in shape.problems(input.review.object, [], {"Stages"}, {"Stages": "objects"})
}

malformed contains shape.violation([], "has no FROM instruction") if count(froms) == 0

malformed contains found if {
	some s, stage in input.review.object.Stages
	is_object(stage)
	some found in shape.problems(stage, ["Stages", s], {"Commands"}, {"Commands": "objects"})
}

malformed contains shape.violation(["Stages", s, "Commands", n], "instruction has no name or its values are not strings") if {
	some s, stage in input.review.object.Stages
	some n, command in stage.Commands
	not readable(command)
}

readable(command) if {
	is_string(command.Cmd)
	every value in object.get(command, "Value", []) { is_string(value) }
}

# The FROM instruction of each stage, by the stage's index.
froms := {command.stage: command | some command in commands; command.cmd == "from"}

last_stage := max(object.keys(froms))

final_from := froms[last_stage]

# The names that stages were given with AS.
aliases := {s: lower(command.value[2]) |
	some s, command in froms
	lower(command.value[1]) == "as"
}

# The earlier stage that each stage starts from, if it is one.
parents := {s: [max(earlier) | count(earlier) > 0] |
	some s, command in froms
	earlier := {e | some e, name in aliases; e < s; name == lower(command.value[0])}
}

from_stage(s) if count(parents[s]) > 0

# A stage and those it starts from, the first one first.
lineage(s) := sort(graph.reachable(parents, {s}))

# The image that a stage starts from, with the defaults of the ARGs before the first FROM filled in.
base(s) := expand(froms[s].value[0], global_args)

# A stage that starts from an image rather than from another stage or from nothing.
from_image(s) if {
	not from_stage(s)
	lower(base(s)) != "scratch"
}

global_args := object.union_n([assigned(command) |
	some command in commands
	not froms[command.stage]
	command.cmd == "arg"
])

# What is known of the variables of a stage: the defaults of its ARGs, and above them its ENVs.
variables(s) := object.union_n(array.concat(
	[object.filter(global_args, declared(s))],
	array.concat(
		[assigned(command) | some command in commands; command.stage in lineage(s); command.cmd == "arg"],
		[assigned(command) | some command in commands; command.stage in lineage(s); command.cmd == "env"],
	),
))

declared(s) := {name |
	some command in commands
	command.stage in lineage(s)
	command.cmd == "arg"
	some word in command.value
	name := split(word, "=")[0]
}

# The names and values that an ARG or ENV instruction assigns.
assigned(command) := {name: unquote(substring(word, indexof(word, "=") + 1, -1)) |
	some word in command.value
	contains(word, "=")
	name := split(word, "=")[0]
} if command.cmd == "arg"

assigned(command) := {name: unquote(command.value[i + 1]) |
	some i, name in command.value
	i % 3 == 0
} if command.cmd == "env"

unquote(text) := trim(text, "\"'")

reference := `\$\{[A-Za-z_][A-Za-z0-9_]*(?::?[-+?][^}]*)?\}|\$[A-Za-z_][A-Za-z0-9_]*`

# A text with its variables filled in; what is not known stays as it is written.
expand(text, known) := concat("", [piece |
	literals := regex.split(reference, text)
	names := regex.find_n(reference, text, -1)
	some i, literal in literals
	piece := concat("", array.concat([literal], [filled(names[i], known) | i < count(names)]))
])

filled(written, known) := known[variable(written)] if known[variable(written)]

filled(written, known) := fallback(written) if not known[variable(written)]

fallback(written) := trim_suffix(substring(written, indexof(written, ":-") + 2, -1), "}") if contains(written, ":-")

fallback(written) := written if not contains(written, ":-")

variable(written) := regex.find_n(`[A-Za-z_][A-Za-z0-9_]*`, written, 1)[0]

# The text of a shell instruction, or the words of its JSON form.
script(command) := concat(" ", command.value)
