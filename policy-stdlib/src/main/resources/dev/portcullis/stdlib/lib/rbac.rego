# Roles, cluster roles and their bindings.
package lib.rbac

import data.lib.shape

# The rules of a role, with their places.
rules contains {"def": rule, "path": ["rules", i]} if {
	some i, rule in input.review.object.rules
	is_object(rule)
}

malformed := (wrong_lists | wrong_fields) | {found |
	some i, rule in input.review.object.rules
	is_object(rule)
	some field in ["verbs", "resources", "apiGroups", "resourceNames", "nonResourceURLs"]
	some n, item in rule[field]
	not is_string(item)
	found := shape.violation(["rules", i, field, n], sprintf("rules[%d].%s must list strings", [i, field]))
}

wrong_lists := shape.problems(
	input.review.object, [], {"rules", "subjects", "roleRef"},
	{"rules": "objects", "subjects": "objects", "roleRef": "object"},
)

wrong_fields := {found |
	some rule in rules
	some found in shape.problems(
		rule.def, rule.path,
		{"verbs", "resources", "apiGroups", "resourceNames", "nonResourceURLs"},
		{"verbs": "list", "resources": "list", "apiGroups": "list", "resourceNames": "list", "nonResourceURLs": "list"},
	)
}

# Whether a rule covers a resource of an API group with one of some verbs; wildcards cover everything.
grants(rule, group, resource, verbs) if {
	some given in rule.def.apiGroups
	given in {"*", group}
	some named in rule.def.resources
	covers(named, resource)
	some verb in rule.def.verbs
	verb in ({"*"} | verbs)
}

covers(named, _) if named == "*"

covers(named, resource) if named == resource

# `*/exec` covers the subresource of every resource.
covers(named, resource) if {
	contains(resource, "/")
	named == sprintf("*/%s", [split(resource, "/")[1]])
}

violation(rule, field, msg) := shape.violation(array.concat(rule.path, [field]), sprintf("%s: %s", [shape.dotted(rule.path), msg]))
