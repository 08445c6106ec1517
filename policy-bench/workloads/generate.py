"""Writes the large inputs of the workloads, which are too big to keep in the repository."""
import json, os, random
os.chdir(os.path.dirname(os.path.abspath(__file__)))
r = random.Random(42)
def put(path, value):
    with open(path, "w") as f:
        json.dump(value, f, separators=(",", ":"))
put("roles/data.json", {
    "user_roles": {f"user{u}": [f"role{(u * 7 + k) % 100}" for k in range(3)] for u in range(1000)},
    "role_grants": {f"role{n}": [{"action": a, "type": f"type{(n * 3 + k) % 100}"} for k, a in enumerate(["read", "write", "list", "delete"])] for n in range(100)}})
put("filter-aggregate/input.json", {"events": [{"id": i, "status": r.choice(["active", "idle", "gone"]), "size": r.randrange(1000), "owner": f"owner{r.randrange(50)}"} for i in range(10000)]})
put("image-globs/data.json", {"patterns": [f"registry{i}.example.com/team{i}/*" if i % 3 else f"*.example{i}.io/*:v?" if i % 2 else f"docker.io/library/app{i}-{{web,api}}:*" for i in range(50)]})
put("image-globs/input.json", {"images": [f"registry{i % 70}.example.com/team{i % 60}/app{i}:v{i % 9}" for i in range(200)]})
put("join/input.json", {"left": [{"name": f"l{i}", "key": f"k{r.randrange(2000)}"} for i in range(500)], "right": [{"name": f"r{i}", "key": f"k{r.randrange(2000)}"} for i in range(500)]})
put("big-pod/input.json", {"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {f"example.com/annotation-{i}": "x" * 60 for i in range(600)}, "managedFields": [{"manager": f"m{i}", "operation": "Update", "fieldsV1": {f"f:field{j}": {".": {}, "f:value": {}} for j in range(40)}} for i in range(60)], "name": "web", "namespace": "prod"}, "spec": {"containers": [{"name": f"c{i}", "image": f"registry.example.com/app{i}:1.0", "env": [{"name": f"E{j}", "value": "v" * 20} for j in range(40)]} for i in range(20)], "serviceAccountName": "web", "hostNetwork": False}})
