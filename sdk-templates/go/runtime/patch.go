package client

import (
	"encoding/json"

	"centrifugo-rpc/client/internal/codec"
)

// Patch is a change to a value: none at all, which is its zero value, or what [Set] and [Clear] make.
type Patch[T any] struct{ change codec.Change[T] }

// Set makes a change that puts this value in the place of the old one.
func Set[T any](value T) Patch[T] {
	return Patch[T]{codec.Change[T]{IsThere: true, Value: &value}}
}

// Clear makes a change that leaves no value.
func Clear[T any]() Patch[T] { return Patch[T]{codec.Change[T]{IsThere: true}} }

// IsZero reports whether nothing is to change.
func (p Patch[T]) IsZero() bool { return !p.change.IsThere }

// IsClear reports whether the value is to be taken away.
func (p Patch[T]) IsClear() bool { return p.change.IsThere && p.change.Value == nil }

// Value gives the new value, and whether there is one.
func (p Patch[T]) Value() (value T, isSet bool) {
	if p.change.Value == nil {
		return value, false
	}
	return *p.change.Value, true
}

// MarshalJSON writes the new value, or null where there is none; types of the contract leave out what does not change.
func (p Patch[T]) MarshalJSON() ([]byte, error) { return codec.Marshal(p.change.Value) }

// UnmarshalJSON reads what MarshalJSON writes; null clears.
func (p *Patch[T]) UnmarshalJSON(data []byte) error {
	var value *T
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	p.change = codec.Change[T]{IsThere: true, Value: value}
	return nil
}
