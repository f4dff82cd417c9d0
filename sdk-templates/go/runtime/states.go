package client

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

// ConnectionStatus tells what the connection of a client is doing.
type ConnectionStatus string

// What a connection can be doing.
const (
	// Disconnected says that there is no connection and that none is being made: Connect makes one. Calls fail.
	Disconnected ConnectionStatus = "disconnected"
	// Connecting says that Connect is at work. Calls wait.
	Connecting ConnectionStatus = "connecting"
	// Connected says that calls are sent at once.
	Connected ConnectionStatus = "connected"
	// Reconnecting says that the connection was lost and is made again. Calls wait.
	Reconnecting ConnectionStatus = "reconnecting"
)

// ConnectionState is what [RPCClient.State] gives and what the function of [WithStateHandler] is told.
type ConnectionState struct {
	Status ConnectionStatus
	// Delay is how long the client waits before it reconnects. Each attempt is a state of its own.
	Delay time.Duration
	// Code tells how the connection was lost or ended: Centrifugo's code where it said so, otherwise 0.
	Code int
	// Reason tells it in words.
	Reason string
}

// waitingStates is how many states may wait for the user's function.
const waitingStates = 256

// states knows the state of a client, over all its connections, and tells the user's function of each, one at a time and
// in order.
type states struct {
	handler func(ConnectionState)
	logger  *slog.Logger

	mu      sync.Mutex
	current ConnectionState
	waiting []ConnectionState
	// isTelling says that a goroutine hands on what waits.
	isTelling bool
}

func newStates(s *settings) *states {
	return &states{
		handler: s.onState,
		logger:  s.hookLogger,
		current: ConnectionState{Status: Disconnected, Reason: "the client was never connected"},
	}
}

func (s *states) now() ConnectionState {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current
}

// enter never blocks.
func (s *states) enter(state ConnectionState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.current = state
	if s.handler == nil {
		return
	}
	if len(s.waiting) == waitingStates {
		s.waiting = s.waiting[1:]
		s.logger.Warn("a state of the connection was not told because the state handler is too slow")
	}
	s.waiting = append(s.waiting, state)
	if !s.isTelling {
		s.isTelling = true
		go s.tell()
	}
}

func (s *states) tell() {
	for {
		s.mu.Lock()
		if len(s.waiting) == 0 {
			s.isTelling = false
			s.mu.Unlock()
			return
		}
		next := s.waiting[0]
		s.waiting = s.waiting[1:]
		s.mu.Unlock()
		guarded(s.logger, "state handler", func() { s.handler(next) })
	}
}

// guarded runs a function of the user. A panic there is theirs to repair, and must not end the connection's goroutines.
func guarded(logger *slog.Logger, name string, run func()) {
	defer func() {
		if failure := recover(); failure != nil {
			logger.Error("the "+name+" panicked", "reason", fmt.Sprint(failure))
		}
	}()
	run()
}

// endState is the state after a connection was lost or ended.
func endState(status ConnectionStatus, err error) ConnectionState {
	state := ConnectionState{Status: status, Reason: err.Error()}
	var closed *closedError
	var answered *centrifugoError
	var unsubscribed *unsubscribedError
	switch {
	case errors.As(err, &closed):
		state.Code, state.Reason = closed.code, closed.reason
	case errors.As(err, &answered):
		state.Code, state.Reason = answered.Code, answered.Message
	case errors.As(err, &unsubscribed):
		state.Code, state.Reason = unsubscribed.Code, unsubscribed.Reason
	}
	return state
}
