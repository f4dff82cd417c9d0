package codec

import (
	"encoding/json"
	"strconv"
)

// Tag gives the member by which the variant at hand is known.
func (s *Stream) Tag(name string) string {
	o := s.Object()
	if s.err != nil {
		return ""
	}
	var tag string
	Required(o, name, &tag, Text[string])
	return tag
}

// Nil fails because a union has no variant.
func (s *Stream) Nil(union string) {
	s.Fail("is nil, and must be a variant of " + union)
}

// Unknown reads or writes a variant that the contract does not know, as it stands.
func Unknown(s *Stream, name, tag string, raw *json.RawMessage) {
	if s.IsReading() {
		Raw(raw, s)
		return
	}
	var found string
	err := Read(*raw, &found, func(found *string, s *Stream) { *found = s.Tag(name) })
	if err != nil || found != tag {
		s.Fail("must be JSON whose " + strconv.Quote(name) + " is " + strconv.Quote(tag) + ", found " + shortened(*raw))
		return
	}
	Raw(raw, s)
}
