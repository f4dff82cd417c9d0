package codec

import (
	"encoding/json"
	"errors"
)

var errNull = errors.New("its result is null")

// Void reads the result of a method that gives nothing back.
func Void([]byte) (struct{}, error) { return struct{}{}, nil }

// Nullable reads a result that may be null, which is given as nil.
func Nullable[T any](data []byte) (*T, error) {
	var result *T
	err := json.Unmarshal(data, &result)
	return result, err
}

// Object reads a result that is never null, and gives a pointer to it.
func Object[T any](data []byte) (*T, error) {
	result, err := Nullable[T](data)
	if err == nil && result == nil {
		return nil, errNull
	}
	return result, err
}

// Value reads a result that is never null.
func Value[T any](data []byte) (T, error) {
	result, err := Object[T](data)
	if err != nil {
		var none T
		return none, err
	}
	return *result, nil
}
