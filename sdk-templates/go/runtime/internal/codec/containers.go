package codec

import (
	"strconv"
)

// List reads or writes an array; nil is written as an empty one.
//
// Inlined, its inner function would be compiled once more for each use.
//
//go:noinline
func List[T any](coder Coder[*T]) Coder[*[]T] {
	return func(values *[]T, s *Stream) {
		elements := s.array(len(*values))
		if s.IsReading() {
			*values = make([]T, elements.count)
		}
		for i := 0; elements.next(i); i++ {
			coder(&(*values)[i], s)
			elements.done(i)
		}
		elements.end()
	}
}

// elements are those of an array.
type elements struct {
	s *Stream
	// nodes are those to be read.
	nodes []int
	count int
	at    int
}

// array begins an array of so many elements, or one that is read and knows how many it has.
func (s *Stream) array(count int) *elements {
	e := &elements{s: s, count: count, at: s.at}
	if !s.IsReading() {
		s.out = append(s.out, '[')
		return e
	}
	if s.kind() != '[' {
		s.mismatch("an array")
	} else {
		e.nodes = s.document.children(s.at)
	}
	e.count = len(e.nodes)
	return e
}

func (e *elements) next(i int) bool {
	if e.s.err != nil || i == e.count {
		return false
	}
	if e.s.IsReading() {
		e.s.at = e.nodes[i]
	} else if i > 0 {
		e.s.out = append(e.s.out, ',')
	}
	return true
}

func (e *elements) done(i int) {
	e.s.at = e.at
	if e.s.err != nil {
		e.s.within("[" + strconv.Itoa(i) + "]")
	}
}

func (e *elements) end() {
	if e.s.err == nil && !e.s.IsReading() {
		e.s.out = append(e.s.out, ']')
	}
}

// TextMap reads or writes an object whose names are texts; nil is written as an empty one.
//
// Inlined, its inner function would be compiled once more for each use.
//
//go:noinline
func TextMap[K ~string, V any](coder Coder[*V]) Coder[*map[K]V] {
	return func(values *map[K]V, s *Stream) {
		o := s.Object()
		if s.IsReading() {
			*values = make(map[K]V, len(o.members))
			for _, member := range o.members {
				var element V
				o.each(member, func() { coder(&element, s) })
				(*values)[K(member.name)] = element
			}
			return
		}
		names := make([]string, 0, len(*values))
		for key := range *values {
			names = append(names, string(key))
		}
		o.sorted(names, func(name string) {
			element := (*values)[K(name)]
			coder(&element, s)
		})
		o.End()
	}
}

// IntMap reads or writes an object whose names are whole numbers; nil is written as an empty one.
//
// Inlined, its inner function would be compiled once more for each use.
//
//go:noinline
func IntMap[K Integer, V any](coder Coder[*V]) Coder[*map[K]V] {
	return func(values *map[K]V, s *Stream) {
		if !s.IsReading() {
			byName := make(map[string]V, len(*values))
			for key, element := range *values {
				byName[strconv.FormatInt(int64(key), 10)] = element
			}
			TextMap[string](coder)(&byName, s)
			return
		}
		o := s.Object()
		*values = make(map[K]V, len(o.members))
		// In the order of the text, so that of two spellings of one key the last one counts every time.
		for _, member := range o.members {
			name := string(member.name)
			key, isKey := parseInt[K](name)
			if !isKey {
				s.Fail("has the key " + strconv.Quote(name) + ", which is not a whole number that fits")
			}
			var element V
			o.each(member, func() { coder(&element, s) })
			(*values)[key] = element
		}
	}
}

// Pointer reads or writes a value that may be null, which is nil.
func Pointer[T any](coder Coder[*T]) Coder[**T] {
	return func(pointer **T, s *Stream) {
		switch {
		case s.IsReading() && s.isNull():
			*pointer = nil
		case s.IsReading():
			*pointer = new(T)
			coder(*pointer, s)
		case *pointer == nil:
			s.out = append(s.out, "null"...)
		default:
			coder(*pointer, s)
		}
	}
}

// Held reads or writes a value that is never null, although it lies behind a pointer.
func Held[T any](coder Coder[*T]) Coder[**T] {
	return func(pointer **T, s *Stream) {
		if s.IsReading() {
			*pointer = new(T)
		}
		if *pointer == nil {
			s.Fail("is nil, and the contract wants a value there")
			return
		}
		coder(*pointer, s)
	}
}

// OrNull reads or writes a union that may be null, which is nil.
func OrNull[T any](coder Coder[*T]) Coder[*T] {
	return func(value *T, s *Stream) {
		switch {
		case s.IsReading() && s.isNull():
			var null T
			*value = null
		case !s.IsReading() && any(*value) == nil:
			s.out = append(s.out, "null"...)
		default:
			coder(value, s)
		}
	}
}
