# The images of pods.
package lib.images

import data.lib.pods
import data.lib.references

# The images of a pod: each container with the reference that it runs and the parts of it.
used contains {"container": c, "text": c.def.image, "ref": references.parse(c.def.image)} if {
	some c in pods.containers
	references.readable(c.def.image)
}

# Containers whose image cannot be read; every image policy reports them.
malformed := pods.malformed(set(), set()) | {found |
	some c in pods.containers
	value := object.get(c.def, "image", null)
	not references.readable(value)
	found := pods.container_violation(c, ["image"], complaint(value))
}

complaint(null) := "image is missing"

complaint(value) := sprintf("image must be a reference to an image, is %s", [json.marshal(value)]) if value != null
