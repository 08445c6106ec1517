package bench

pairs contains [a.name, b.name] if {
	some a in input.left
	some b in input.right
	a.key == b.key
}
