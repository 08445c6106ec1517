// Command opa-peer runs OPA beside Portcullis: as the oracle of differential tests, and as the peer of benchmarks.
//
//	opa-peer eval                 reads cases as JSON lines from standard input, writes a JSON line with the outcome of each
//	opa-peer bench DIR [NAME…]    measures the workloads below DIR, writes a JSON line for each
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		fail("usage: opa-peer eval | bench DIR [NAME...]")
	}
	var err error
	switch os.Args[1] {
	case "eval":
		err = evalLines(os.Stdin, os.Stdout)
	case "bench":
		if len(os.Args) < 3 {
			fail("usage: opa-peer bench DIR [NAME...]")
		}
		err = benchAll(os.Args[2], os.Args[3:], os.Stdout)
	default:
		fail("unknown command " + os.Args[1])
	}
	if err != nil {
		fail(err.Error())
	}
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(2)
}
