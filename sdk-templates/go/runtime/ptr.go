package client

// Ptr gives a pointer to a copy of the value, for fields that may be left out.
func Ptr[T any](value T) *T { return &value }
