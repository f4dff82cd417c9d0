package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	client "example.com/scenarios"
)

// vector is a JSON text for a method that hands back its params.
type vector struct {
	Method string `json:"method"`
	JSON   string `json:"json"`
}

// runVectors reads each vector as its method's result, and writes what it read as the method's params.
func runVectors() error {
	text, err := os.ReadFile(os.Getenv("VECTORS"))
	if err != nil {
		return err
	}
	var vectors []vector
	if err := json.Unmarshal(text, &vectors); err != nil {
		return err
	}
	lines := json.NewEncoder(os.Stdout)
	for number, v := range vectors {
		outcome := mirror(v)
		outcome["vector"] = number
		if err := lines.Encode(outcome); err != nil {
			return err
		}
	}
	return lines.Encode(map[string]bool{"done": true})
}

func mirror(v vector) map[string]any {
	method := reflect.TypeFor[*client.APIClient]()
	function, found := method.MethodByName(pascalCase(v.Method))
	if !found {
		return map[string]any{"problem": fmt.Sprintf("the SDK has no method %s", pascalCase(v.Method))}
	}
	value, err := read([]byte(v.JSON), function.Type.Out(0))
	if err != nil {
		return map[string]any{"refuses": err.Error()}
	}
	if value.Kind() == reflect.Pointer {
		if value.IsNil() {
			return map[string]any{"refuses": "null in place of an object"}
		}
		value = value.Elem()
	}
	if !value.Type().AssignableTo(function.Type.In(2)) {
		// A result of another type than the params.
		if value, err = read([]byte(v.JSON), function.Type.In(2)); err != nil {
			return map[string]any{"refuses": err.Error()}
		}
	}
	params := reflect.New(function.Type.In(2)).Elem()
	params.Set(value)
	text, err := json.Marshal(params.Interface())
	if err != nil {
		return map[string]any{"problem": "read, and then not written: " + err.Error()}
	}
	return map[string]any{"gives": string(text)}
}
