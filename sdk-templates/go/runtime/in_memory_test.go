package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"
)

type answering = func(ctx context.Context, params json.RawMessage) (any, error)

func inMemory(methods map[string]answering) *APIClient {
	return NewAPIClientWith(NewInMemory(methods))
}

func TestInMemoryAnswersTypedCalls(t *testing.T) {
	api := inMemory(map[string]answering{
		"shapes.circle": func(_ context.Context, params json.RawMessage) (any, error) {
			var circle Circle
			if err := json.Unmarshal(params, &circle); err != nil {
				return nil, err
			}
			circle.Radius *= 2
			return circle, nil
		},
		"shapes.find": func(_ context.Context, params json.RawMessage) (any, error) {
			if string(params) != "{}" {
				t.Errorf("a method without params got %s", params)
			}
			return nil, nil
		},
	})

	circle, err := api.ShapesCircle(testContext(t), Circle{Radius: 2})
	if err != nil || circle.Radius != 4 {
		t.Errorf("got %v, %v", circle, err)
	}
	if shape, err := api.ShapesFind(testContext(t)); shape != nil || err != nil {
		t.Errorf("got %v, %v", shape, err)
	}
}

func TestInMemoryKnowsOnlyItsMethods(t *testing.T) {
	_, err := inMemory(nil).ShapesFind(testContext(t))

	if failed, isRPC := err.(*RPCError); !isRPC || failed.Error() != "shapes.find: 404 method_not_found: There is no method shapes.find." {
		t.Fatalf("got %v", err)
	}
}

func TestInMemoryChecksResultsAsTheClientDoes(t *testing.T) {
	api := inMemory(map[string]answering{
		"shapes.circle": func(context.Context, json.RawMessage) (any, error) { return map[string]string{"radius": "x"}, nil },
	})

	if _, err := api.ShapesCircle(testContext(t), Circle{}); !errors.Is(err, ErrInvalidResult) {
		t.Fatalf("got %v", err)
	}
}

func TestErrorsOfInMemoryFunctionsArriveAsTheServersDo(t *testing.T) {
	tests := []struct {
		given  error
		want   string
		wantIs error
	}{
		{&RPCError{Code: 1404, Name: "task_not_found", Message: "gone", Details: json.RawMessage(`{"id":7}`)}, "a.b: 1404 task_not_found: gone", nil},
		{fmt.Errorf("wrapped: %w", &RPCError{Code: 429, Name: "overloaded", Message: "later"}), "a.b: 429 overloaded: later", nil},
		{&RPCError{Code: 408, Name: "deadline_exceeded", Message: "late"}, "a.b: 408 deadline_exceeded: late", context.DeadlineExceeded},
		{&RPCError{Code: 410, Name: "outcome_unknown", Message: "hm"}, "a.b: 410 outcome_unknown: hm", ErrOutcomeUnknown},
		{ErrNotSent, "a.b: 503 not_sent: the request was not sent", ErrNotSent},
		{ErrOutcomeUnknown, "a.b: 410 outcome_unknown: the outcome of the request is unknown. The server may have run it; repeat it only if that is safe.", ErrOutcomeUnknown},
		{context.DeadlineExceeded, "a.b: 408 deadline_exceeded: context deadline exceeded", context.DeadlineExceeded},
		{context.Canceled, "a.b: 499 cancelled: the caller gave up", context.Canceled},
		{errors.New("oops"), "a.b: 500 internal: oops", nil},
	}
	for _, test := range tests {
		memory := NewInMemory(map[string]answering{
			"a.b": func(context.Context, json.RawMessage) (any, error) { return "dropped", test.given },
		})

		result, err := memory.Call(testContext(t), "a.b", nil)

		failed, isRPC := err.(*RPCError)
		if !isRPC || result != nil || failed.Error() != test.want {
			t.Errorf("%v: got %s, %v", test.given, result, err)
		}
		if test.wantIs != nil && !errors.Is(err, test.wantIs) {
			t.Errorf("%v is not %v", err, test.wantIs)
		}
		if given := (*RPCError)(nil); errors.As(test.given, &given) && string(failed.Details) != string(given.Details) {
			t.Errorf("the details are %s", failed.Details)
		}
	}
}

func TestWhatJSONCannotHoldFailsInMemoryToo(t *testing.T) {
	memory := NewInMemory(map[string]answering{
		"a.b": func(context.Context, json.RawMessage) (any, error) { return func() {}, nil },
	})

	_, err := memory.Call(testContext(t), "a.b", nil)
	if err == nil || err.Error() != "a.b: 500 internal: the result cannot be written as JSON: json: unsupported type: func()" {
		t.Errorf("got %v", err)
	}
	_, err = memory.Call(testContext(t), "a.b", func() {})
	if err == nil || err.Error() != "a.b: 422 invalid_params: the params cannot be written as JSON: json: unsupported type: func(). Nothing was sent." {
		t.Errorf("got %v", err)
	}
}

func TestInMemoryCallsEndWithTheirContexts(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	begun := make(chan struct{}, 1)
	api := inMemory(map[string]answering{
		"shapes.find": func(ctx context.Context, _ json.RawMessage) (any, error) {
			if _, hasDeadline := ctx.Deadline(); !hasDeadline {
				t.Error("there is no deadline")
			}
			begun <- struct{}{}
			<-release
			return nil, nil
		},
	})

	cancellable, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		_, err := api.ShapesFind(cancellable)
		ended <- err
	}()
	receive(t, begun)
	cancel()
	if err := receive(t, ended); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}

	short, cancelShort := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancelShort()
	_, err := api.ShapesFind(short)
	if failed, isRPC := err.(*RPCError); !isRPC || failed.Code != 408 || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestConnectionOfAnInMemoryClientIsAlwaysThere(t *testing.T) {
	api := inMemory(map[string]answering{
		"a.b": func(context.Context, json.RawMessage) (any, error) { return 1, nil },
	})

	if err := api.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	if state := api.State(); state.Status != Connected {
		t.Errorf("after Connect it is %+v", state)
	}
	if result, err := api.Call(testContext(t), "a.b", nil); err != nil || string(result) != "1" {
		t.Errorf("got %s, %v", result, err)
	}
	if err := api.Close(); err != nil {
		t.Fatal(err)
	}
	if state := api.State(); state.Status != Disconnected {
		t.Errorf("after Close it is %+v", state)
	}
}

func TestAPIClientWithAClientSharesIt(t *testing.T) {
	rpc, _ := connected(t, newFakeServer(t))
	for _, caller := range []Caller{rpc, NewAPIClientWith(rpc)} {
		api := NewAPIClientWith(caller)
		if api.RPCClient != rpc {
			t.Errorf("%T has a client of its own", caller)
		}
		if circle, err := api.ShapesCircle(testContext(t), Circle{Radius: 3}); err != nil || circle.Radius != 3 {
			t.Errorf("got %v, %v", circle, err)
		}
	}
}
