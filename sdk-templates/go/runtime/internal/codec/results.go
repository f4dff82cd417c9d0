package codec

// Void reads the result of a method that gives nothing back.
func Void([]byte) (struct{}, error) { return struct{}{}, nil }

// Value reads a result, and gives it.
func Value[T any](coder Coder[T]) func([]byte) (T, error) {
	return func(data []byte) (T, error) {
		var result T
		err := Read(data, &result, coder)
		return result, err
	}
}

// PointerTo reads a result that is never null, and gives a pointer to it.
func PointerTo[T any](coder Coder[T]) func([]byte) (*T, error) { return Value(Held(coder)) }

// Params are what a method takes, with a coder that knows how to write them.
type Params[T any] struct {
	value T
	coder Coder[T]
}

// ParamsOf gives the params to write with a coder.
func ParamsOf[T any](value T, coder Coder[T]) Params[T] { return Params[T]{value, coder} }

// MarshalJSON writes the params.
func (p Params[T]) MarshalJSON() ([]byte, error) { return Write(&p.value, p.coder) }
