// Package codec writes and reads the JSON of the contract's types.
package codec

import (
	"bytes"
	"encoding/json"
)

// Marshal writes a value without escaping <, > and &, which would only make frames longer.
func Marshal(value any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte{'\n'}), nil
}

// IsNull reports whether the JSON is null.
func IsNull(data []byte) bool { return string(bytes.TrimSpace(data)) == "null" }
