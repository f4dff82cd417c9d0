// Package codec writes and reads the JSON of the contract's types. It goes through a value once, however deep it is:
// encoding/json alone would search each value for its end at every level above it.
package codec

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Marshal writes a value without escaping <, > and &, which would only make frames longer.
func Marshal(value any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		// What encoding/json says around it is of no use to callers.
		if failed := (*json.MarshalerError)(nil); errors.As(err, &failed) {
			return nil, failed.Err
		}
		return nil, err
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte{'\n'}), nil
}

// IsNull reports whether the JSON is null.
func IsNull(data []byte) bool { return string(bytes.TrimSpace(data)) == "null" }
