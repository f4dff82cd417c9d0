package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// telling makes a client tell its states to a channel.
func telling() (Option, <-chan ConnectionState) {
	told := make(chan ConnectionState, 64)
	return WithStateHandler(func(state ConnectionState) { told <- state }), told
}

func mustTell(t *testing.T, told <-chan ConnectionState, want ConnectionState) {
	t.Helper()
	got := receive(t, told)
	if got.Status == Reconnecting && got.Delay > 0 {
		got.Delay = 0
	}
	if got != want {
		t.Fatalf("got %+v, want %+v", got, want)
	}
}

func TestEachStateIsToldInOrder(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		handler, told := telling()
		c := newTestClient(t, f, WithTransport(transport), handler)
		if state := c.State(); state != (ConnectionState{Status: Disconnected, Reason: "the client was never connected"}) {
			t.Errorf("at first it is %+v", state)
		}

		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		if state := c.State(); state != (ConnectionState{Status: Connected}) {
			t.Errorf("after Connect it is %+v", state)
		}
		f.nextSession(t).close(3001, "shutdown")
		f.nextSession(t)
		mustTell(t, told, ConnectionState{Status: Connecting})
		mustTell(t, told, ConnectionState{Status: Connected})
		mustTell(t, told, ConnectionState{Status: Reconnecting, Code: 3001, Reason: "shutdown"})
		mustTell(t, told, ConnectionState{Status: Connected})
		c.Disconnect()
		c.Disconnect()
		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}

		mustTell(t, told, ConnectionState{Status: Disconnected, Reason: "the client was disconnected"})
		mustTell(t, told, ConnectionState{Status: Connecting})
		mustTell(t, told, ConnectionState{Status: Connected})
	})
}

func TestEachAttemptToReconnectIsAState(t *testing.T) {
	f := newFakeServer(t)
	answer := f.onConnect
	f.onConnect = func(s *fakeSession, c *received) {
		switch s.number {
		case 1:
			answer(s, c)
		case 2:
			s.refuse(c, 100, "internal server error")
		default:
			s.refuse(c, 101, "unauthorized")
		}
	}
	handler, told := telling()
	_, s := connected(t, f, handler)
	s.close(3000, "connection closed")

	mustTell(t, told, ConnectionState{Status: Connecting})
	mustTell(t, told, ConnectionState{Status: Connected})
	mustTell(t, told, ConnectionState{Status: Reconnecting, Code: 3000, Reason: "connection closed"})
	mustTell(t, told, ConnectionState{Status: Reconnecting, Code: 3000, Reason: "connection closed"})
	mustTell(t, told, ConnectionState{Status: Disconnected, Code: 101, Reason: "unauthorized"})
}

func TestStatesOfAConnectionThatEndsForGood(t *testing.T) {
	t.Run("refused at first", func(t *testing.T) {
		f := newFakeServer(t)
		f.onConnect = func(s *fakeSession, c *received) { s.refuse(c, 109, "token expired") }
		handler, told := telling()
		c := newTestClient(t, f, handler)
		if err := c.Connect(testContext(t)); err == nil {
			t.Fatal("it connected")
		}

		mustTell(t, told, ConnectionState{Status: Connecting})
		mustTell(t, told, ConnectionState{Status: Disconnected, Code: 109, Reason: "token expired"})
	})
	t.Run("closed later", func(t *testing.T) {
		handler, told := telling()
		_, s := connected(t, newFakeServer(t), handler)
		s.close(3503, "force disconnect")

		mustTell(t, told, ConnectionState{Status: Connecting})
		mustTell(t, told, ConnectionState{Status: Connected})
		mustTell(t, told, ConnectionState{Status: Disconnected, Code: 3503, Reason: "force disconnect"})
	})
	t.Run("by the token provider", func(t *testing.T) {
		f := newFakeServer(t)
		f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"expires":true,"ttl":1}`) }
		var log bytes.Buffer
		handler, told := telling()
		connected(t, f, handler, WithLogger(slog.New(slog.NewTextHandler(&log, nil))),
			WithTokenProvider(func(context.Context) (string, error) {
				return "", &ConnectError{Kind: ConnectUnauthorized, Message: "logged out"}
			}))

		mustTell(t, told, ConnectionState{Status: Connecting})
		mustTell(t, told, ConnectionState{Status: Connected})
		mustTell(t, told, ConnectionState{Status: Disconnected, Reason: "cannot connect (unauthorized): logged out"})
		if text := log.String(); !strings.Contains(text, "the connection ended for good") || !strings.Contains(text, "logged out") {
			t.Errorf("the log says %s", text)
		}
	})
}

func TestStateHandlerMayUseTheClientAndPanic(t *testing.T) {
	f := newFakeServer(t)
	var c *RPCClient
	var log bytes.Buffer
	done := make(chan struct{})
	c = newTestClient(t, f, WithLogger(slog.New(slog.NewTextHandler(&log, nil))), WithStateHandler(func(state ConnectionState) {
		switch state.Status {
		case Connected:
			if _, err := c.Call(context.Background(), "a.b", nil); err != nil {
				t.Error(err)
			}
			c.Disconnect()
		case Disconnected:
			close(done)
		default:
			panic("not my day")
		}
	}))

	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}

	receive(t, done)
	if !strings.Contains(log.String(), "the state handler panicked") || !strings.Contains(log.String(), "not my day") {
		t.Errorf("the log says %s", log.String())
	}
}

func TestSlowStateHandlerGetsTheLatestStates(t *testing.T) {
	begun, proceed := make(chan struct{}, 1), make(chan struct{})
	told := make(chan int, 2*waitingStates)
	s := newStates(newSettings("", "", []Option{WithStateHandler(func(state ConnectionState) {
		signal(begun)
		<-proceed
		told <- state.Code
	})}))
	s.enter(ConnectionState{Code: 0})
	receive(t, begun)
	for code := 1; code <= waitingStates+5; code++ {
		s.enter(ConnectionState{Code: code})
	}

	close(proceed)

	var got []int
	for range waitingStates + 1 {
		got = append(got, receive(t, told))
	}
	if got[0] != 0 || got[1] != 6 || got[waitingStates] != waitingStates+5 || !slices.IsSorted(got) {
		t.Errorf("got %v", got)
	}
}

func TestConnectAndDisconnectInAnyOrder(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		handler, told := telling()
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			for state := range told {
				if state.Reason == "over" {
					return
				}
			}
		}()
		c := newTestClient(t, f, WithTransport(transport), handler)
		var group sync.WaitGroup
		for i := range 60 {
			group.Add(1)
			go func() {
				defer group.Done()
				switch i % 3 {
				case 0:
					_ = c.Connect(testContext(t)) // Another goroutine may disconnect meanwhile.
				case 1:
					c.Disconnect()
				default:
					if _, err := c.Call(testContext(t), "a.b", nil); err != nil && !errors.Is(err, ErrNotSent) && !errors.Is(err, ErrOutcomeUnknown) {
						t.Error(err)
					}
				}
			}()
		}
		group.Wait()

		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		if state := c.State(); state.Status != Disconnected {
			t.Errorf("at last it is %+v", state)
		}
		c.states.enter(ConnectionState{Reason: "over"})
		receive(t, drained)
	})
}

func TestManyClientsInOneProcess(t *testing.T) {
	f := newFakeServer(t)
	var group sync.WaitGroup
	for i := range 50 {
		c := newTestClient(t, f)
		group.Add(1)
		go func() {
			defer group.Done()
			if err := c.Connect(testContext(t)); err != nil {
				t.Error(err)
				return
			}
			if result, err := c.Call(testContext(t), "a.b", i); err != nil || string(result) != fmt.Sprint(i) {
				t.Errorf("%d: got %s, %v", i, result, err)
			}
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()
}

func TestLimitCountsOnlyWithoutADeadline(t *testing.T) {
	ctx, cancel := limited(context.Background(), time.Hour)
	defer cancel()
	deadline, hasDeadline := ctx.Deadline()
	if left := time.Until(deadline); !hasDeadline || left < 59*time.Minute || left > time.Hour {
		t.Errorf("%v are left", left)
	}

	again, cancelAgain := limited(ctx, time.Minute)
	defer cancelAgain()
	if again != ctx {
		t.Error("a deadline was replaced")
	}
}
