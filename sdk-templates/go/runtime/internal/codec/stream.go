package codec

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// A Stream is JSON on its way in or out. After its first failure it does nothing any more.
type Stream struct {
	// document is what is read, and nil when writing.
	document *document
	// at is the node that is read next.
	at int
	// out is what has been written.
	out []byte

	err error
	// path leads to the failure, seen from where the stream is.
	path string
}

// A Coder reads a value from a stream or writes it there, whichever way the stream goes; P is a pointer to the value.
//
// Go compiles a generic function once for all pointers, and once for each struct: functions that need no more than the
// pointer keep SDKs of thousands of types quick to build.
type Coder[P any] func(value P, s *Stream)

// Write gives the JSON of a value.
func Write[P any](value P, coder Coder[P]) ([]byte, error) {
	s := &Stream{}
	coder(value, s)
	if s.err != nil {
		return nil, s.failure()
	}
	return s.out, nil
}

// Read reads a value, which is Go's zero value before, from JSON.
func Read[P any](data []byte, value P, coder Coder[P]) error {
	document, err := parse(data)
	if err != nil {
		return err
	}
	s := &Stream{document: document}
	coder(value, s)
	if s.err != nil {
		return s.failure()
	}
	return nil
}

// IsReading reports which way the stream goes.
func (s *Stream) IsReading() bool { return s.document != nil }

// Fail ends the stream with a reason that is told of the value at hand: "is missing", for example.
func (s *Stream) Fail(reason string) {
	if s.err == nil {
		s.err = fmt.Errorf("%s", reason)
	}
}

func (s *Stream) failure() error { return fmt.Errorf("$%s %w", s.path, s.err) }

// within adds a step to the path of a failure, on the way out of a part of the value at hand.
func (s *Stream) within(step string) {
	if s.err != nil {
		s.path = step + s.path
	}
}

// mismatch fails because the value read is not what the contract says.
func (s *Stream) mismatch(expected string) {
	s.Fail("must be " + expected + ", found " + shortened(s.raw()))
}

const shownBytes = 60

func shortened(raw []byte) string {
	if len(raw) > shownBytes {
		return string(bytes.ToValidUTF8(raw[:shownBytes], nil)) + "…"
	}
	return string(raw)
}

func (s *Stream) raw() []byte { return s.document.raw(s.at) }

func (s *Stream) kind() byte { return s.document.kind(s.at) }

func (s *Stream) isNull() bool { return s.kind() == 'n' }

// Raw reads or writes any JSON; nil is written as null.
func Raw(value *json.RawMessage, s *Stream) {
	switch {
	case s.IsReading():
		*value = bytes.Clone(s.raw())
	case len(*value) == 0:
		s.out = append(s.out, "null"...)
	case !json.Valid(*value):
		s.Fail("is not JSON: " + shortened(*value))
	default:
		s.out = append(s.out, *value...)
	}
}

// Own reads or writes a value by its own methods.
func Own[T json.Marshaler, P interface {
	*T
	json.Unmarshaler
}](value *T, s *Stream) {
	if !s.IsReading() {
		data, err := (*value).MarshalJSON()
		if err != nil {
			s.Fail("cannot be written: " + err.Error())
		}
		s.out = append(s.out, data...)
		return
	}
	if s.isNull() {
		s.mismatch("a value")
		return
	}
	if err := P(value).UnmarshalJSON(s.raw()); err != nil {
		s.Fail("cannot be read: " + err.Error())
	}
}

// Other reads or writes a value of a type that the contract does not know, as encoding/json does.
func Other(pointer any, s *Stream) {
	if s.IsReading() {
		if err := json.Unmarshal(s.raw(), pointer); err != nil {
			s.Fail("cannot be read: " + err.Error())
		}
		return
	}
	data, err := Marshal(pointer)
	if err != nil {
		s.Fail("cannot be written: " + err.Error())
	}
	s.out = append(s.out, data...)
}
