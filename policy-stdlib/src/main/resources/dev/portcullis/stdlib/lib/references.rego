# Image references: [registry/]repository[:tag][@digest].
package lib.references

# The parts of a reference. The tag is what follows the last colon after the last slash, so that a registry's port
# is never taken for a tag; `tag` and `digest` are null when absent. `name` is the reference without both.
parse(text) := parts if {
	at := indexof(text, "@")
	named := before(text, at)
	slashes := split(named, "/")
	last := slashes[count(slashes) - 1]
	colon := indexof(last, ":")
	tag := after(last, colon)
	name := trim_suffix(named, suffix(last, colon))
	parts := {
		"name": name,
		"registry": registry(name),
		"qualified": qualified(name),
		"tag": tag,
		"digest": after(text, at),
	}
}

before(text, index) := substring(text, 0, index) if index >= 0

before(text, index) := text if index < 0

after(text, index) := substring(text, index + 1, -1) if index >= 0

after(_, index) := null if index < 0

suffix(text, index) := substring(text, index, -1) if index >= 0

suffix(_, index) := "" if index < 0

# The first part of a name is a registry when it looks like a host, as the container runtimes decide it.
has_registry(name) if {
	slash := indexof(name, "/")
	slash > 0
	regex.match(`[.:]|^localhost$|[A-Z]`, substring(name, 0, slash))
}

registry(name) := split(name, "/")[0] if has_registry(name)

registry(name) := "docker.io" if not has_registry(name)

# The name with the registry and the folder that a short name stands for.
qualified(name) := name if has_registry(name)

qualified(name) := sprintf("docker.io/%s", [name]) if {
	not has_registry(name)
	contains(name, "/")
}

qualified(name) := sprintf("docker.io/library/%s", [name]) if {
	not has_registry(name)
	not contains(name, "/")
}

# A digest as the registries write it.
digest_valid(digest) if {
	is_string(digest)
	regex.match(`^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$`, digest)
}

# A reference that a runtime can read at all.
readable(text) if {
	is_string(text)
	regex.match(`^[A-Za-z0-9][A-Za-z0-9._:/\[\]-]*(@[^@\s]*)?$`, text)
}
