package codec

import (
	"strconv"
)

// List reads or writes an array; nil is written as an empty one.
func List[T any](coder Coder[T]) Coder[[]T] {
	return func(values *[]T, s *Stream) {
		if s.IsReading() {
			readList(values, coder, s)
			return
		}
		s.out = append(s.out, '[')
		for i := range *values {
			if i > 0 {
				s.out = append(s.out, ',')
			}
			element(&(*values)[i], i, coder, s)
			if s.err != nil {
				return
			}
		}
		s.out = append(s.out, ']')
	}
}

func readList[T any](values *[]T, coder Coder[T], s *Stream) {
	if s.kind() != '[' {
		s.mismatch("an array")
		return
	}
	children := s.document.children(s.at)
	read := make([]T, len(children))
	for i, n := range children {
		back := s.enter(n)
		element(&read[i], i, coder, s)
		s.at = back
		if s.err != nil {
			return
		}
	}
	*values = read
}

func element[T any](value *T, index int, coder Coder[T], s *Stream) {
	coder(value, s)
	s.within("[" + strconv.Itoa(index) + "]")
}

// TextMap reads or writes an object whose names are texts; nil is written as an empty one.
func TextMap[K ~string, V any](coder Coder[V]) Coder[map[K]V] {
	return keyedMap(
		func(key K) string { return string(key) },
		func(text string) (K, bool) { return K(text), true },
		coder)
}

// IntMap reads or writes an object whose names are whole numbers; nil is written as an empty one.
func IntMap[K Integer, V any](coder Coder[V]) Coder[map[K]V] {
	return keyedMap(
		func(key K) string { return strconv.FormatInt(int64(key), 10) },
		parseInt[K],
		coder)
}

func keyedMap[K comparable, V any](format func(K) string, parse func(string) (K, bool), coder Coder[V]) Coder[map[K]V] {
	return func(values *map[K]V, s *Stream) {
		o := s.Object()
		if s.err != nil {
			return
		}
		if s.IsReading() {
			read := make(map[K]V, len(o.members))
			for _, member := range o.members {
				name := string(member.name)
				key, isKey := parse(name)
				if !isKey {
					s.Fail("has the key " + strconv.Quote(name) + ", which is not a whole number that fits")
					return
				}
				var element V
				carry(o, name, member.value, &element, coder)
				if s.err != nil {
					return
				}
				read[key] = element
			}
			*values = read
			return
		}
		byName := make(map[string]V, len(*values))
		for key, element := range *values {
			byName[format(key)] = element
		}
		Extra(o, &byName, coder)
		o.End()
	}
}

// Pointer reads or writes a value that may be null, which is nil.
func Pointer[T any](coder Coder[T]) Coder[*T] {
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
func Held[T any](coder Coder[T]) Coder[*T] {
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
func OrNull[T any](coder Coder[T]) Coder[T] {
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
