package bench

denied contains image if {
	some image in input.images
	not allowed(image)
}

allowed(image) if {
	some pattern in data.patterns
	glob.match(pattern, [], image)
}
