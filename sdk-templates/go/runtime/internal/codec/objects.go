package codec

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"
)

// An Object is a JSON object whose members are read or written one after the other.
type Object struct {
	s       *Stream
	members []member
	// declared are the names that were asked for.
	declared []string
}

type member struct {
	name  []byte
	value int
}

// Object begins an object; End ends it.
func (s *Stream) Object() *Object {
	o := &Object{s: s}
	switch {
	case s.err != nil:
	case !s.IsReading():
		s.out = append(s.out, '{')
	case s.kind() != '{':
		s.mismatch("an object")
	default:
		children := s.document.children(s.at)
		o.members = make([]member, 0, len(children)/2)
		for i := 0; i < len(children); i += 2 {
			o.members = append(o.members, member{s.name(children[i]), children[i+1]})
		}
	}
	return o
}

// End ends the object.
func (o *Object) End() {
	if o.s.err == nil && !o.s.IsReading() {
		o.s.out = append(o.s.out, '}')
	}
}

// name gives the name of a member without quotes and escapes.
func (s *Stream) name(n int) []byte {
	raw := s.document.raw(n)
	if bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		return raw[1 : len(raw)-1]
	}
	text, isText := unquoted(raw)
	if !isText {
		s.Fail("has the member name " + shortened(raw) + ", which is no Unicode text")
	}
	return []byte(text)
}

// find gives the value of a member; the last one of its name, as other readers of JSON do.
func (o *Object) find(name string) int {
	for i := len(o.members) - 1; i >= 0; i-- {
		if string(o.members[i].name) == name {
			return o.members[i].value
		}
	}
	return none
}

// named writes the name of a member.
func (o *Object) named(name string) {
	s := o.s
	if s.out[len(s.out)-1] != '{' {
		s.out = append(s.out, ',')
	}
	s.text(name)
	s.out = append(s.out, ':')
}

// carry reads or writes the value of a member, of which the name is written or the node is known.
func carry[T any](o *Object, name string, n int, field *T, coder Coder[T]) {
	if o.s.IsReading() {
		back := o.s.enter(n)
		coder(field, o.s)
		o.s.at = back
	} else {
		o.named(name)
		coder(field, o.s)
	}
	o.s.within(step(name))
}

// step is how a member shows in a path.
func step(name string) string {
	for _, c := range name {
		if c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return "[" + strconv.Quote(name) + "]"
		}
	}
	return "." + name
}

// Tag is the member by which readers know a variant: always written, and read only to see that it is no other variant.
func Tag(o *Object, name, tag string) {
	o.declared = append(o.declared, name)
	if o.s.err != nil {
		return
	}
	n := none
	if o.s.IsReading() {
		if n = o.find(name); n == none {
			return
		}
	}
	found := tag
	carry(o, name, n, &found, func(found *string, s *Stream) {
		Text(found, s)
		if s.err == nil && *found != tag {
			s.mismatch(strconv.Quote(tag))
		}
	})
}

// Required is a member that is always there.
func Required[T any](o *Object, name string, field *T, coder Coder[T]) {
	o.declared = append(o.declared, name)
	if o.s.err != nil {
		return
	}
	n := none
	if o.s.IsReading() {
		if n = o.find(name); n == none {
			o.s.Fail("is missing")
			o.s.within(step(name))
			return
		}
	}
	carry(o, name, n, field, coder)
}

// Container is a list or map, which is always written; absent and null are read as an empty one.
func Container[T any](o *Object, name string, field *T, coder Coder[T]) {
	Omitted(o, name, field, false, coder)
}

// Omitted is a member that is left out where the argument says so; absent and null are read as Go's zero value.
func Omitted[T any](o *Object, name string, field *T, isAbsent bool, coder Coder[T]) {
	o.declared = append(o.declared, name)
	if o.s.err != nil {
		return
	}
	n := none
	if o.s.IsReading() {
		var zero T
		*field = zero
		n = o.find(name)
		isAbsent = n == none || o.s.document.kind(n) == 'n'
	}
	if !isAbsent {
		carry(o, name, n, field, coder)
	}
}

// Optional is a member that is left out when it is nil.
func Optional[T any](o *Object, name string, field **T, coder Coder[T]) {
	Omitted(o, name, field, *field == nil, Pointer(coder))
}

// A Change is a member with three states: absent, null, or a value.
type Change[T any] struct {
	IsThere bool
	// Value is nil for null. It is a pointer, so that a type can hold a change of its own kind.
	Value *T
}

// Changed is a member with three states.
func Changed[T any](o *Object, name string, change *Change[T], coder Coder[T]) {
	o.declared = append(o.declared, name)
	if o.s.err != nil {
		return
	}
	n := none
	if o.s.IsReading() {
		n = o.find(name)
		*change = Change[T]{IsThere: n != none}
	}
	if change.IsThere {
		carry(o, name, n, &change.Value, Pointer(coder))
	}
}

// Extra are the members that have not been declared before, by name.
func Extra[T any](o *Object, extra *map[string]T, coder Coder[T]) {
	if o.s.err != nil {
		return
	}
	isDeclared := make(map[string]bool, len(o.declared))
	for _, name := range o.declared {
		isDeclared[name] = true
	}
	if o.s.IsReading() {
		*extra = nil
		for _, member := range o.members {
			if name := string(member.name); !isDeclared[name] {
				var element T
				carry(o, name, member.value, &element, coder)
				if *extra == nil {
					*extra = map[string]T{}
				}
				(*extra)[name] = element
			}
		}
		return
	}
	for _, name := range sortedKeys(*extra) {
		if !isDeclared[name] {
			element := (*extra)[name]
			carry(o, name, none, &element, coder)
		}
	}
}

func sortedKeys[T any](values map[string]T) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
