package client

import (
	"context"
	"time"
)

// typed makes a call and reads its result into a type of the contract.
func typed[R any](ctx context.Context, c Caller, method string, params any, read func([]byte) (R, error)) (R, error) {
	var none R
	data, err := c.Call(ctx, method, params)
	if err != nil {
		return none, err
	}
	result, err := read(data)
	if err != nil {
		return none, invalidResult(method, err.Error())
	}
	return result, nil
}

// limited gives a context with a deadline: its own, or else the time limit.
func limited(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	if _, hasDeadline := ctx.Deadline(); hasDeadline {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, limit)
}
