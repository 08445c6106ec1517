package bench

containers contains c if some c in input.review.object.spec.template.spec.containers

containers contains c if some c in input.review.object.spec.template.spec.initContainers

violations contains msg if {
	some c in containers
	c.securityContext.privileged
	msg := sprintf("container %v is privileged", [c.name])
}

violations contains msg if {
	some c in containers
	not allowed_registry(c.image)
	msg := sprintf("container %v uses image %v from a registry that is not allowed", [c.name, c.image])
}

violations contains msg if {
	some c in containers
	some resource in ["cpu", "memory"]
	not c.resources.limits[resource]
	msg := sprintf("container %v has no %v limit", [c.name, resource])
}

violations contains msg if {
	some c in containers
	endswith(c.image, ":latest")
	msg := sprintf("container %v uses the latest tag", [c.name])
}

allowed_registry(image) if {
	some registry in input.parameters.registries
	startswith(image, registry)
}
