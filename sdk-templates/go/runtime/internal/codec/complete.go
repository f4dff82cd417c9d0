package codec

import "time"

// List makes sure that a list is never written as null.
func List[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}

// Map makes sure that a map is never written as null.
func Map[K comparable, V any](values map[K]V) map[K]V {
	if values == nil {
		return map[K]V{}
	}
	return values
}

// ListOf is List for values that are completed too, each by the given function.
func ListOf[T any](complete func(T) T) func([]T) []T {
	return func(values []T) []T {
		completed := make([]T, len(values))
		for i, value := range values {
			completed[i] = complete(value)
		}
		return completed
	}
}

// MapOf is Map for values that are completed too, each by the given function.
func MapOf[K comparable, V any](complete func(V) V) func(map[K]V) map[K]V {
	return func(values map[K]V) map[K]V {
		completed := make(map[K]V, len(values))
		for key, value := range values {
			completed[key] = complete(value)
		}
		return completed
	}
}

// PointerTo completes the value behind a pointer, if there is one, by the given function.
func PointerTo[T any](complete func(T) T) func(*T) *T {
	return func(pointer *T) *T {
		if pointer == nil {
			return nil
		}
		completed := complete(*pointer)
		return &completed
	}
}

// Time gives a time whose offset can be written: RFC 3339 knows no seconds in an offset, which old local mean times
// have, and dropping them would move the time.
func Time(t time.Time) time.Time {
	if _, offsetSeconds := t.Zone(); offsetSeconds%60 != 0 {
		return t.UTC()
	}
	return t
}
