package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"centrifugo-rpc/client/internal/codec"
)

// RPCClient is a connection to Centrifugo that carries calls. It is safe for use by several goroutines.
type RPCClient struct {
	settings *settings
	token    string
	tally    tally
	states   *states
	// standIn carries out the calls in place of a connection; it is nil in all but tests.
	standIn Caller
	// connecting lets one Connect run at a time.
	connecting chan struct{}
	// hasGreeted belongs to the Connect that runs.
	hasGreeted bool

	mu         sync.Mutex
	connection *connection
}

var _ io.Closer = (*RPCClient)(nil)

// NewRPCClient makes a client for the WebSocket address of Centrifugo, the connection token, and the id of the user
// whom the token names. Nothing happens before Connect.
func NewRPCClient(url, token, userID string, options ...Option) *RPCClient {
	settings := newSettings(url, userID, options)
	return &RPCClient{
		settings:   settings,
		token:      token,
		states:     newStates(settings),
		connecting: make(chan struct{}, 1),
	}
}

// Connect connects to Centrifugo and returns once calls can be made; it fails with a [ConnectError]. A connection that
// breaks later is made anew in the background. When there is a connection already, Connect waits until it is ready.
func (c *RPCClient) Connect(ctx context.Context) error {
	if c.standIn != nil {
		c.states.enter(ConnectionState{Status: Connected})
		return nil
	}
	if err := c.check(); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, c.settings.timeout)
	defer cancel()
	select {
	case c.connecting <- struct{}{}:
		defer func() { <-c.connecting }()
	case <-limited.Done():
		return c.connectFailure(ctx, limited.Err())
	}

	if current := c.current(); current != nil && current.reason() == nil {
		if _, err := current.online(limited); err != nil {
			return c.connectFailure(ctx, err)
		}
		return nil
	}
	next := newConnection(c.settings, c.token, &c.tally, c.states)
	c.mu.Lock()
	c.connection = next
	c.mu.Unlock()
	if err := next.start(limited); err != nil {
		return c.connectFailure(ctx, err)
	}
	if err := c.greet(limited, next); err != nil {
		next.shutdown(err)
		return c.connectFailure(ctx, err)
	}
	return nil
}

// greet compares the contracts, once in the life of the client.
func (c *RPCClient) greet(ctx context.Context, over *connection) error {
	switch {
	case c.settings.contract == nil || c.hasGreeted:
		return nil
	case c.settings.isStrict:
		if err := over.greetStrictly(ctx); err != nil {
			return err
		}
	default:
		go over.greet()
	}
	c.hasGreeted = true
	return nil
}

// check finds everything that is wrong before anybody is asked.
func (c *RPCClient) check() error {
	if err := c.settings.check(); err != nil {
		return err
	}
	if err := checkAddress(c.settings.url); err != nil {
		return err
	}
	if err := checkUserID(c.settings.userID); err != nil {
		return err
	}
	if c.token == "" && c.settings.tokenProvider != nil {
		return nil
	}
	return checkToken(c.token, c.settings.userID)
}

func (c *RPCClient) connectFailure(ctx context.Context, err error) error {
	var failed *ConnectError
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return fmt.Errorf("the caller gave up connecting: %w", ctx.Err())
	case errors.Is(err, context.DeadlineExceeded):
		return &ConnectError{
			Kind:    ConnectUnreachable,
			Message: "no answer from " + shownAddress(c.settings.url) + " in time",
			Err:     context.DeadlineExceeded,
		}
	case c.wasDisconnected():
		return &ConnectError{Kind: ConnectUnreachable, Message: errDisconnected.Error() + " while connecting", Err: errDisconnected}
	case errors.As(err, &failed):
		return failed
	}
	return handshakeError(c.settings.url, err)
}

func (c *RPCClient) wasDisconnected() bool {
	current := c.current()
	return current != nil && errors.Is(current.reason(), errDisconnected)
}

func (c *RPCClient) current() *connection {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.connection
}

// Disconnect ends the connection. Calls under way end at once: with [ErrOutcomeUnknown] when they were handed over, and
// with [ErrNotSent] when not. It may be called twice, and before Connect.
func (c *RPCClient) Disconnect() {
	if c.standIn != nil {
		c.states.enter(endState(Disconnected, errDisconnected))
	}
	if current := c.current(); current != nil {
		current.shutdown(errDisconnected)
	}
}

// Close is Disconnect, for those who want an [io.Closer]; its error is always nil.
func (c *RPCClient) Close() error {
	c.Disconnect()
	return nil
}

// Call calls a method by its wire name and gives the result as JSON; params is what encoding/json can write, and nil
// means none. It fails with an [RPCError]. Without a deadline in the context the client's own limit counts.
func (c *RPCClient) Call(ctx context.Context, method string, params any) ([]byte, error) {
	ctx, cancel := limited(ctx, c.settings.timeout)
	defer cancel()
	if c.standIn != nil {
		return c.standIn.Call(ctx, method, params)
	}
	payload, err := payloadOf(params)
	if err != nil {
		return nil, invalidParams(method, err)
	}
	current := c.current()
	if current == nil {
		return nil, notSent(method, "the client was never connected; call Connect first")
	}
	return current.invoke(ctx, method, payload)
}

func payloadOf(params any) (json.RawMessage, error) {
	payload, err := codec.Marshal(params)
	if err != nil {
		return nil, err
	}
	if codec.IsNull(payload) {
		return json.RawMessage("{}"), nil
	}
	return payload, nil
}

// State tells what the connection is doing.
func (c *RPCClient) State() ConnectionState { return c.states.now() }

// DroppedReplies counts the publications on the reply channel that were dropped because a client, and not the server,
// published them.
func (c *RPCClient) DroppedReplies() uint64 { return c.tally.forged.Load() }

// LateReplies counts the replies to calls of this client that had already ended, and those that came twice. A call that
// was sent again may get several.
func (c *RPCClient) LateReplies() uint64 { return c.tally.late.Load() }
