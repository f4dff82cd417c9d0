package main

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	client "example.com/scenarios"
)

// callTyped calls the generated method of a wire name, and gives what the SDK would write for its result.
func callTyped(ctx context.Context, api *client.APIClient, method string, params json.RawMessage) (any, error) {
	function := reflect.ValueOf(api).MethodByName(pascalCase(method))
	if !function.IsValid() {
		return nil, fmt.Errorf("the SDK has no method %s for %s", pascalCase(method), method)
	}
	arguments := []reflect.Value{reflect.ValueOf(ctx)}
	if function.Type().NumIn() == 2 {
		argument, err := read(params, function.Type().In(1))
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, argument)
	}
	results := function.Call(arguments)
	if err, failed := results[len(results)-1].Interface().(error); failed {
		return nil, err
	}
	if len(results) == 1 {
		return nil, nil
	}
	return written(results[0])
}

// unions are read by functions of their own: an interface has no UnmarshalJSON.
var unions = map[reflect.Type]func([]byte) (any, error){
	reflect.TypeFor[client.Shape](): func(text []byte) (any, error) { return client.UnmarshalShape(text) },
}

// read gives the value of a type as the SDK reads it.
func read(text []byte, of reflect.Type) (reflect.Value, error) {
	value := reflect.New(of)
	unmarshal, isUnion := unions[of]
	if !isUnion {
		return value.Elem(), json.Unmarshal(text, value.Interface())
	}
	variant, err := unmarshal(text)
	if err == nil {
		value.Elem().Set(reflect.ValueOf(variant))
	}
	return value.Elem(), err
}

// written gives a value as JSON. A field that the SDK leaves out because it has Go's zero value is put back: for the
// reader of the contract it is there.
func written(value reflect.Value) (any, error) {
	text, err := json.Marshal(value.Interface())
	if err != nil {
		return nil, err
	}
	var result any
	if err := json.Unmarshal(text, &result); err != nil {
		return nil, err
	}
	for value.Kind() == reflect.Pointer && !value.IsNil() {
		value = value.Elem()
	}
	object, isObject := result.(map[string]any)
	if !isObject || value.Kind() != reflect.Struct {
		return json.RawMessage(text), nil
	}
	for i := range value.NumField() {
		name, options, _ := strings.Cut(value.Type().Field(i).Tag.Get("json"), ",")
		if _, isThere := object[name]; !isThere && strings.Contains(options, "omitempty") && value.Field(i).Kind() != reflect.Pointer {
			object[name] = value.Field(i).Interface()
		}
	}
	return object, nil
}

// pascalCase is what the SDK makes of a wire name.
func pascalCase(name string) string {
	var joined strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '_' }) {
		joined.WriteString(string(unicode.ToUpper(rune(word[0]))) + word[1:])
	}
	return joined.String()
}
