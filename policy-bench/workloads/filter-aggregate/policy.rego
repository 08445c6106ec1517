package bench

active := [e | some e in input.events; e.status == "active"; e.size > 100]

report := {
	"count": count(active),
	"total": sum([e.size | some e in active]),
	"largest": max([e.size | some e in active]),
	"owners": {e.owner | some e in active},
}
