package codec

// Void reads the result of a method that gives nothing back.
func Void([]byte) (struct{}, error) { return struct{}{}, nil }

// Value reads a result, and gives it.
//
// Inlined, its inner function would be compiled once more for each use.
//
//go:noinline
func Value[T any](coder Coder[*T]) func([]byte) (T, error) {
	return func(data []byte) (T, error) {
		var result T
		err := Read(data, &result, coder)
		return result, err
	}
}

// PointerTo reads a result that is never null, and gives a pointer to it.
//
// Inlined, its inner function would be compiled once more for each use.
//
//go:noinline
func PointerTo[T any](coder Coder[*T]) func([]byte) (*T, error) {
	return func(data []byte) (*T, error) {
		result := new(T)
		return result, Read(data, result, coder)
	}
}

// Params are what a method takes, with a coder that knows how to write them.
type Params[T any] struct {
	value T
	coder Coder[*T]
}

// ParamsOf gives the params to write with a coder.
func ParamsOf[T any](value T, coder Coder[*T]) Params[T] { return Params[T]{value, coder} }

// MarshalJSON writes the params.
func (p Params[T]) MarshalJSON() ([]byte, error) { return Write(&p.value, p.coder) }
