# What looks like a secret. Nothing here repeats a value.
package lib.secrets

# A name that speaks of a secret.
speaking := `(?i)(^|[_.-])(pass|passwd|password|passphrase|pwd|secret|token|api[_.-]?key|access[_.-]?key|private[_.-]?key|secret[_.-]?key|auth[_.-]?key|encryption[_.-]?key|credentials?)s?($|[_.-])|(password|passwd|secret|token|apikey)$`

# The end of a name that says where a secret is, or what it is like.
describing := `(?i)[_.-](file|path|dir|url|uri|host|name|type|ttl|expiry|length|algorithm|header|sock)$`

# A value that is no secret: nothing, a switch, a path, or a reference to a variable.
harmless := `(?i)^\s*(|true|false|yes|no|on|off|none|null|[0-9]|/[^\s]*|\$.*)\s*$`

# A name that speaks of a secret with a value that may be one; `allowed` are names that may have any value.
literal(name, value, allowed) if {
	is_string(name)
	regex.match(speaking, name)
	not regex.match(describing, name)
	not regex.match(harmless, value)
	not name in allowed
}

# The well-known formats that a text holds.
found_in(text) := {what | some what, format in formats; regex.match(format, text)}

formats := {
	"an AWS access key": `\b(AKIA|ASIA)[0-9A-Z]{16}\b`,
	"a GitHub token": `\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})`,
	"a GitLab token": `\bglpat-[A-Za-z0-9_-]{20,}`,
	"a Slack token": `\bxox[abprs]-[A-Za-z0-9-]{10,}`,
	"a private key": `-----BEGIN ([A-Z]+ )?PRIVATE KEY`,
	"credentials in a URL": `[a-z][a-z0-9+]*://[^/\s:@$]+:[^/\s:@$]+@`,
}

# What is wrong with giving a name a value.
reasons(name, value, allowed) := found_in(value) | {"a literal secret" | literal(name, value, allowed)}
