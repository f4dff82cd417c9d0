package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"centrifugo-rpc/client/internal/codec"
)

// InMemory answers calls from functions, for tests of code that uses an API client: without a server or a network, but
// with everything as JSON, as it would travel. It is safe for use by several goroutines.
type InMemory struct {
	methods map[string]func(ctx context.Context, params json.RawMessage) (any, error)
}

// NewInMemory makes one from functions by the wire names of methods. A function gives what encoding/json can write, or an
// error: an [RPCError] or an error that the contract declares reaches the caller as the server would send it,
// [ErrNotSent] and [ErrOutcomeUnknown] as the failures that they name, and anything else as the error 500. Methods without
// a function are not found.
func NewInMemory(methods map[string]func(ctx context.Context, params json.RawMessage) (any, error)) *InMemory {
	return &InMemory{methods}
}

// Call has the function of a method answer. Like a call over the network it ends with its context, whatever the function
// does.
func (m *InMemory) Call(ctx context.Context, method string, params any) ([]byte, error) {
	payload, err := payloadOf(params)
	if err != nil {
		return nil, invalidParams(method, err)
	}
	run, isKnown := m.methods[method]
	if !isKnown {
		return nil, failed(method, 404, "There is no method "+method+".", nil)
	}
	type answer struct {
		result any
		err    error
	}
	answers := make(chan answer, 1)
	go func() {
		result, err := run(ctx, payload)
		answers <- answer{result, err}
	}()
	select {
	case a := <-answers:
		if a.err != nil {
			return nil, travelled(method, a.err)
		}
		result, err := codec.Marshal(a.result)
		if err != nil {
			return nil, failed(method, 500, fmt.Sprintf("the result cannot be written as JSON: %v", err), nil)
		}
		return result, nil
	case <-ctx.Done():
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return nil, cancelled(method, ctx.Err())
	}
	return nil, failed(method, 408, "the context's deadline passed before the function gave its answer", nil)
}

func failed(method string, code int, message string, details json.RawMessage) *RPCError {
	return (&serverError{code, errorNames[code], message, details}).of(method)
}

// travelled is what becomes of an error on its way from the server to the caller.
func travelled(method string, err error) *RPCError {
	var refused *RPCError
	var declared interface {
		error
		sent() (code int, name string, details any)
	}
	switch {
	case errors.As(err, &refused):
		return (&serverError{refused.Code, refused.Name, refused.Message, refused.Details}).of(method)
	case errors.As(err, &declared):
		code, name, details := declared.sent()
		payload, unwritable := codec.Marshal(details)
		if unwritable != nil {
			return failed(method, 500, fmt.Sprintf("the details cannot be written as JSON: %v", unwritable), nil)
		}
		return (&serverError{code, name, declared.Error(), payload}).of(method)
	case errors.Is(err, ErrNotSent):
		return notSent(method, err.Error())
	case errors.Is(err, ErrOutcomeUnknown):
		return outcomeUnknown(method, err.Error())
	case errors.Is(err, context.Canceled):
		return cancelled(method, context.Canceled)
	case errors.Is(err, context.DeadlineExceeded):
		return failed(method, 408, err.Error(), nil)
	}
	return failed(method, 500, err.Error(), nil)
}
