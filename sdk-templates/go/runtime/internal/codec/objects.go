package codec

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"
)

// An Object is a JSON object whose members are read or written one after the other.
type Object struct {
	s *Stream
	// at is the node of the object itself.
	at      int
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
	o := &Object{s: s, at: s.at}
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

// A presence says what becomes of a member that is not there.
type presence int

const (
	// required members are refused when they are absent.
	required presence = iota
	// optional ones keep Go's zero value when they are absent or null.
	optional
	// tolerated ones keep it when they are absent.
	tolerated
)

// enter goes to the value of a member, where there is one; leave has to follow then.
func (o *Object) enter(name string, presence presence) bool {
	o.declared = append(o.declared, name)
	s := o.s
	if s.err != nil {
		return false
	}
	if !s.IsReading() {
		o.named(name)
		return true
	}
	n := o.find(name)
	switch {
	case n == none && presence == required:
		s.Fail("is missing")
		s.within(step(name))
		return false
	case n == none, presence == optional && s.document.kind(n) == 'n':
		return false
	}
	s.at = n
	return true
}

func (o *Object) leave(name string) {
	o.s.at = o.at
	if o.s.err != nil {
		o.s.within(step(name))
	}
}

// omit says that a member is not written.
func (o *Object) omit(name string) { o.declared = append(o.declared, name) }

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
	if !o.enter(name, tolerated) {
		return
	}
	found := tag
	Text(&found, o.s)
	if o.s.err == nil && found != tag {
		o.s.mismatch(strconv.Quote(tag))
	}
	o.leave(name)
}

// Required is a member that is always there.
func Required[P any](o *Object, name string, field P, coder Coder[P]) {
	if o.enter(name, required) {
		coder(field, o.s)
		o.leave(name)
	}
}

// Container is a list or map, which is always written; absent and null are read as an empty one.
func Container[P any](o *Object, name string, field P, coder Coder[P]) {
	Omitted(o, name, field, false, coder)
}

// Omitted is a member that is left out where the argument says so; absent and null are read as Go's zero value.
func Omitted[P any](o *Object, name string, field P, isAbsent bool, coder Coder[P]) {
	if isAbsent && !o.s.IsReading() {
		o.omit(name)
		return
	}
	if o.enter(name, optional) {
		coder(field, o.s)
		o.leave(name)
	}
}

// Optional is a member that is left out when it is nil.
func Optional[T any](o *Object, name string, field **T, coder Coder[*T]) {
	if *field == nil && !o.s.IsReading() {
		o.omit(name)
		return
	}
	if o.enter(name, optional) {
		if *field == nil {
			*field = new(T)
		}
		coder(*field, o.s)
		o.leave(name)
	}
}

// A Change is a member with three states: absent, null, or a value.
type Change[T any] struct {
	IsThere bool
	// Value is nil for null. It is a pointer, so that a type can hold a change of its own kind.
	Value *T
}

// Changed is a member with three states.
func Changed[T any](o *Object, name string, change *Change[T], coder Coder[*T]) {
	if !change.IsThere && !o.s.IsReading() {
		o.omit(name)
		return
	}
	if o.enter(name, tolerated) {
		change.IsThere = true
		Pointer(coder)(&change.Value, o.s)
		o.leave(name)
	}
}

// Extra are the members that have not been declared before, by name.
func Extra[T any](o *Object, extra *map[string]T, coder Coder[*T]) {
	if o.s.err != nil {
		return
	}
	isDeclared := make(map[string]bool, len(o.declared))
	for _, name := range o.declared {
		isDeclared[name] = true
	}
	if o.s.IsReading() {
		for _, member := range o.members {
			if name := string(member.name); !isDeclared[name] {
				var element T
				o.each(member, func() { coder(&element, o.s) })
				if *extra == nil {
					*extra = map[string]T{}
				}
				(*extra)[name] = element
			}
		}
		return
	}
	names := make([]string, 0, len(*extra))
	for name := range *extra {
		if !isDeclared[name] {
			names = append(names, name)
		}
	}
	o.sorted(names, func(name string) {
		element := (*extra)[name]
		coder(&element, o.s)
	})
}

// each reads a member that is data.
func (o *Object) each(member member, read func()) {
	if o.s.err == nil {
		o.s.at = member.value
		read()
		o.leave(string(member.name))
	}
}

// sorted writes members that are data, in the order of their names.
func (o *Object) sorted(names []string, write func(name string)) {
	sort.Strings(names)
	for _, name := range names {
		if o.s.err != nil {
			return
		}
		o.named(name)
		write(name)
		o.leave(name)
	}
}
