# Pods, and the pod templates inside the controllers that make them.
package lib.pods

import data.lib.shape

# Where each kind keeps its pod: the object that has `metadata` and `spec`.
homes := {
	"Pod": [],
	"PodTemplate": ["template"],
	"Deployment": ["spec", "template"],
	"DaemonSet": ["spec", "template"],
	"StatefulSet": ["spec", "template"],
	"ReplicaSet": ["spec", "template"],
	"ReplicationController": ["spec", "template"],
	"Job": ["spec", "template"],
	"CronJob": ["spec", "jobTemplate", "spec", "template"],
}

home := homes[input.review.object.kind]

spec_path := array.concat(home, ["spec"])

spec := found if {
	found := shape.field(input.review.object, spec_path)
	is_object(found)
}

annotations_path := array.concat(home, ["metadata", "annotations"])

default annotations := {}

annotations := found if {
	found := shape.field(input.review.object, annotations_path)
	is_object(found)
}

# The lists of containers, with the words for their members.
lists := {
	"containers": "container",
	"initContainers": "init container",
	"ephemeralContainers": "ephemeral container",
}

# Every container: its definition, its list, its path in the object, and how messages call it.
containers contains entry if {
	some list, noun in lists
	is_array(spec[list])
	some i, definition in spec[list]
	is_object(definition)
	path := array.concat(spec_path, [list, i])
	entry := {
		"def": definition,
		"list": list,
		"path": path,
		"name": name_of(definition, path),
		"label": sprintf("%s %q", [noun, name_of(definition, path)]),
	}
}

name_of(definition, path) := shape.dotted(path) if not is_string(object.get(definition, "name", null))

name_of(definition, _) := definition.name if is_string(object.get(definition, "name", null))

# The containers whose lists can hold what the API calls Container: resources, probes, and so on are theirs alone.
lasting_containers contains c if {
	some c in containers
	c.list != "ephemeralContainers"
}

is_windows if shape.field(spec, ["os", "name"]) == "windows"

# A pod with a user namespace of its own: its root is not the node's root.
has_user_namespace if shape.field(spec, ["hostUsers"]) == false

# A violation about a container; `below` is the path of the subject inside it.
container_violation(c, below, msg) := {
	"msg": sprintf("%s: %s", [c.label, msg]),
	"details": {"pointer": shape.pointer(shape.nearest(array.concat(c.path, below))), "container": c.name},
}

# A violation about the pod itself; `below` is the path of the subject inside the pod's spec.
pod_violation(below, msg) := shape.violation(array.concat(spec_path, below), sprintf("pod: %s", [msg]))

# What keeps a pod from being judged: a policy names the fields that it reads, and reports what comes back.
malformed(pod_fields, container_fields) := (unreadable | pod_problems(pod_fields)) | container_problems(container_fields)

unreadable contains found if {
	home
	not spec
	found := shape.violation(spec_path, sprintf("%s is missing or is not an object", [shape.dotted(spec_path)]))
}

unreadable contains found if {
	some list, _ in lists
	some found in shape.problems(spec, spec_path, {list}, {list: "objects"})
}

unreadable contains found if {
	shape.field(spec, ["containers"]) == null
	found := shape.violation(spec_path, sprintf("%s has no list of containers", [shape.dotted(spec_path)]))
}

pod_problems(fields) := {found |
	some found in shape.problems(spec, spec_path, fields, pod_types)
}

container_problems(fields) := {found |
	some c in containers
	some found in shape.problems(c.def, c.path, fields, container_types)
}

pod_types := {
	"os": "object",
	"resources": "object",
	"resources/limits": "object",
	"resources/requests": "object",
	"securityContext": "object",
	"securityContext/appArmorProfile": "object",
	"securityContext/seLinuxOptions": "object",
	"securityContext/seccompProfile": "object",
	"securityContext/sysctls": "objects",
	"securityContext/windowsOptions": "object",
	"volumes": "objects",
}

container_types := {
	"env": "objects",
	"envFrom": "objects",
	"lifecycle": "object",
	"lifecycle/postStart": "object",
	"lifecycle/preStop": "object",
	"livenessProbe": "object",
	"ports": "objects",
	"readinessProbe": "object",
	"resources": "object",
	"resources/limits": "object",
	"resources/requests": "object",
	"securityContext": "object",
	"securityContext/appArmorProfile": "object",
	"securityContext/capabilities": "object",
	"securityContext/capabilities/add": "list",
	"securityContext/capabilities/drop": "list",
	"securityContext/seLinuxOptions": "object",
	"securityContext/seccompProfile": "object",
	"securityContext/windowsOptions": "object",
	"startupProbe": "object",
	"volumeMounts": "objects",
}
