package bench

summary := {
	"name": input.metadata.name,
	"namespace": input.metadata.namespace,
	"host_network": object.get(input.spec, "hostNetwork", false),
	"service_account": input.spec.serviceAccountName,
	"first_image": input.spec.containers[0].image,
}
