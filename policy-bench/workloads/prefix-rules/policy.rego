package bench

owner := "edge" if startswith(input.path, "/edge/")

owner := "shop" if startswith(input.path, "/shop/")

owner := "pay" if glob.match("/pay/**", ["/"], input.path)

default owner := "nobody"
