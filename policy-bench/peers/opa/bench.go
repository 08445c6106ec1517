package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

// measurement is one line of output: nanoseconds of one evaluation.
type measurement struct {
	Workload    string  `json:"workload"`
	ParsedNanos float64 `json:"parsed_ns"`
	BytesNanos  float64 `json:"bytes_ns"`
	Allocations float64 `json:"parsed_allocations"`
	AllocBytes  float64 `json:"parsed_allocated_bytes"`
	Result      any     `json:"result"`
}

const budget = 400 * time.Millisecond

func benchAll(dir string, names []string, out io.Writer) error {
	if len(names) == 0 {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if _, err := os.Stat(filepath.Join(dir, e.Name(), "policy.rego")); err == nil {
				names = append(names, e.Name())
			}
		}
	}
	sort.Strings(names)
	encoder := json.NewEncoder(out)
	for _, name := range names {
		m, err := bench(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		m.Workload = name
		if err := encoder.Encode(m); err != nil {
			return err
		}
	}
	return nil
}

func bench(dir string) (measurement, error) {
	var m measurement
	ctx := context.Background()
	policy, err := os.ReadFile(filepath.Join(dir, "policy.rego"))
	if err != nil {
		return m, err
	}
	query, err := os.ReadFile(filepath.Join(dir, "query.txt"))
	if err != nil {
		return m, err
	}
	data := map[string]any{}
	if text, err := os.ReadFile(filepath.Join(dir, "data.json")); err == nil {
		if err := util.UnmarshalJSON(text, &data); err != nil {
			return m, err
		}
	}
	inputText, err := os.ReadFile(filepath.Join(dir, "input.json"))
	if err != nil {
		return m, err
	}
	prepared, err := rego.New(
		rego.Query(strings.TrimSpace(string(query))),
		rego.Module("policy.rego", string(policy)),
		rego.Store(inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false))),
	).PrepareForEval(ctx)
	if err != nil {
		return m, err
	}
	input, err := parse(inputText)
	if err != nil {
		return m, err
	}
	result, err := prepared.Eval(ctx, rego.EvalParsedInput(input))
	if err != nil {
		return m, err
	}
	if len(result) > 0 {
		m.Result = result[0].Expressions[0].Value
	}
	var before, after runtime.MemStats
	rounds := 0
	m.ParsedNanos = measure(func() {
		if _, err := prepared.Eval(ctx, rego.EvalParsedInput(input)); err != nil {
			panic(err)
		}
	})
	runtime.ReadMemStats(&before)
	for ; rounds < 20; rounds++ {
		if _, err := prepared.Eval(ctx, rego.EvalParsedInput(input)); err != nil {
			panic(err)
		}
	}
	runtime.ReadMemStats(&after)
	m.Allocations = float64(after.Mallocs-before.Mallocs) / float64(rounds)
	m.AllocBytes = float64(after.TotalAlloc-before.TotalAlloc) / float64(rounds)
	m.BytesNanos = measure(func() {
		parsed, err := parse(inputText)
		if err != nil {
			panic(err)
		}
		if _, err := prepared.Eval(ctx, rego.EvalParsedInput(parsed)); err != nil {
			panic(err)
		}
	})
	return m, nil
}

func parse(text []byte) (ast.Value, error) {
	return ast.ValueFromReader(bytes.NewReader(text))
}

// measure returns the fastest of five rounds, in nanoseconds of one call.
func measure(call func()) float64 {
	call()
	start := time.Now()
	call()
	once := time.Since(start)
	n := max(int(budget/5/max(once, 1)), 1)
	best := 0.0
	for range 5 {
		start := time.Now()
		for range n {
			call()
		}
		each := float64(time.Since(start).Nanoseconds()) / float64(n)
		if best == 0 || each < best {
			best = each
		}
	}
	return best
}
