package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/util"
)

// evalCase is one line of input.
type evalCase struct {
	ID      string          `json:"id"`
	Modules []string        `json:"modules"`
	V0      bool            `json:"v0"`
	Query   string          `json:"query"`
	Data    json.RawMessage `json:"data"`
	Input   json.RawMessage `json:"input"`
	Strict  bool            `json:"strict_error"`
}

// outcome is one line of output: answers, or an error with the stage that gave it.
type outcome struct {
	ID     string           `json:"id"`
	Result []map[string]any `json:"result,omitempty"`
	Stage  string           `json:"stage,omitempty"`
	Errors []evalError      `json:"errors,omitempty"`
}

type evalError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
}

func evalLines(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		var c evalCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return err
		}
		if err := encoder.Encode(evaluate(c)); err != nil {
			return err
		}
	}
	return lines.Err()
}

func evaluate(c evalCase) (result outcome) {
	result.ID = c.ID
	defer func() {
		if r := recover(); r != nil {
			result.Stage = "panic"
			result.Errors = []evalError{{Message: fmt.Sprint(r)}}
		}
	}()
	version := ast.RegoV1
	if c.V0 {
		version = ast.RegoV0
	}
	modules := map[string]*ast.Module{}
	for i, text := range c.Modules {
		name := fmt.Sprintf("test-%d.rego", i)
		module, err := ast.ParseModuleWithOpts(name, text, ast.ParserOptions{RegoVersion: version, ProcessAnnotation: true})
		if err != nil {
			return result.failed("parse", err)
		}
		modules[name] = module
	}
	compiler := ast.NewCompiler()
	compiler.Compile(modules)
	if compiler.Failed() {
		return result.failed("compile", compiler.Errors)
	}
	data := map[string]any{}
	if len(c.Data) > 0 {
		if err := util.NewJSONDecoder(bytes.NewReader(c.Data)).Decode(&data); err != nil {
			return result.failed("data", err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	options := []func(*rego.Rego){
		rego.Query(c.Query),
		rego.Compiler(compiler),
		rego.Store(inmem.NewFromObject(data)),
		rego.StrictBuiltinErrors(false),
		rego.BuiltinErrorList(nil),
		rego.SetRegoVersion(ast.RegoV1),
	}
	var builtinErrors []topdown.Error
	if c.Strict {
		options = append(options, rego.BuiltinErrorList(&builtinErrors))
	}
	if len(c.Input) > 0 {
		var input any
		if err := util.NewJSONDecoder(bytes.NewReader(c.Input)).Decode(&input); err != nil {
			return result.failed("input", err)
		}
		options = append(options, rego.Input(input))
	}
	answers, err := rego.New(options...).Eval(ctx)
	if err != nil {
		return result.failed("eval", err)
	}
	if len(builtinErrors) > 0 {
		return result.failed("eval", &builtinErrors[0])
	}
	result.Result = []map[string]any{}
	for _, answer := range answers {
		bindings := map[string]any{}
		for name, value := range answer.Bindings {
			bindings[name] = value
		}
		if len(bindings) == 0 {
			for i, e := range answer.Expressions {
				bindings[fmt.Sprintf("expression %d", i)] = e.Value
			}
		}
		result.Result = append(result.Result, bindings)
	}
	return result
}

func (o outcome) failed(stage string, err error) outcome {
	o.Stage = stage
	var list ast.Errors
	var evaluation *topdown.Error
	switch {
	case errors.As(err, &list):
		for _, e := range list {
			o.Errors = append(o.Errors, at(e.Code, e.Message, e.Location))
		}
	case errors.As(err, &evaluation):
		o.Errors = append(o.Errors, at(evaluation.Code, evaluation.Message, evaluation.Location))
	default:
		o.Errors = append(o.Errors, evalError{Message: err.Error()})
	}
	return o
}

func at(code, message string, location *ast.Location) evalError {
	e := evalError{Code: code, Message: message}
	if location != nil {
		e.File = location.File
		e.Row = location.Row
	}
	return e
}
