package bench

default allow := false

allow if {
	input.method == "GET"
	input.path == ["reviews", input.user]
}

allow if input.roles[_] == "admin"

allow if {
	input.method == "POST"
	input.user == "alice"
}
