package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"
)

// A call is one request to the server and what becomes of it.
type call struct {
	*connection
	method        string
	params        json.RawMessage
	correlationID string
	started       time.Time
	reply         <-chan *reply
}

// invoke carries out a call. The context has a deadline.
func (c *connection) invoke(ctx context.Context, method string, params json.RawMessage) (json.RawMessage, error) {
	id, err := newUUID()
	if err != nil {
		return nil, notSent(method, err.Error())
	}
	running := &call{c, method, params, id, time.Now(), c.replies.expect(id)}
	defer c.replies.forget(id)
	return running.run(ctx)
}

func (c *call) run(ctx context.Context) (json.RawMessage, error) {
	for {
		s, err := c.online(ctx)
		if err != nil {
			return nil, c.neverSent(ctx, err)
		}
		x, err := s.submit(ctx, c.command(ctx), nil, c.fits)
		var refused *RPCError
		switch {
		case errors.As(err, &refused):
			return nil, refused
		case err != nil && ctx.Err() != nil:
			return nil, c.neverSent(ctx, err)
		case err != nil:
			continue // The session has just ended; there will be another one, or none.
		}
		result, err, wasSent := c.await(ctx, s, x)
		s.forget(x)
		if wasSent {
			return result, err
		}
	}
}

func (c *call) command(ctx context.Context) *command {
	data := envelope{CorrelationID: c.correlationID, Params: c.params, TimeoutMs: millisLeft(ctx)}
	if c.transport == RPC {
		data.Version = 1
		return &command{RPC: &rpcRequest{Method: c.method, Data: data}}
	}
	data.Method, data.ReplyTo = c.method, c.replies.channel
	return &command{Publish: &publishRequest{Channel: c.requestChannel(), Data: data}}
}

func (c *call) fits(frameBytes int) error {
	if frameBytes > c.maxFrameBytes {
		return tooLarge(c.method, frameBytes, c.maxFrameBytes)
	}
	return nil
}

// await waits for the end of a call whose request is queued. The request was not sent when the session ended first; it
// may then go out by the next one.
func (c *call) await(ctx context.Context, s *session, x *exchange) (result json.RawMessage, err error, wasSent bool) {
	ended := s.ended
	isAccepted, isLost := false, false
	for {
		select {
		case r := <-c.reply:
			result, err = r.unpack(c.method)
			return result, err, true
		case m := <-x.answer:
			if m.Error != nil {
				return nil, c.refusal(s, m.Error), true
			}
			if c.transport == RPC {
				result, err = c.unpack(m.RPC)
				return result, err, true
			}
			isAccepted = true
			continue
		case <-ended:
			if x.revoke() {
				return nil, nil, false
			}
			ended, isLost = nil, true
			if c.transport == PubSub {
				continue // The reply may still come, by the next session.
			}
		case <-c.over:
		case <-ctx.Done():
		}
		// What arrived at the same moment counts more than the end of waiting.
		select {
		case r := <-c.reply:
			result, err = r.unpack(c.method)
			return result, err, true
		default:
		}
		if c.transport == RPC && len(x.answer) > 0 {
			continue
		}
		return nil, c.end(ctx, x, isAccepted, isLost), true
	}
}

// end says what became of a call that nobody answered.
func (c *call) end(ctx context.Context, x *exchange, isAccepted, isLost bool) error {
	wasHeldBack := x.revoke()
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return cancelled(c.method, ctx.Err())
	case wasHeldBack && ctx.Err() != nil:
		return c.neverSent(ctx, ctx.Err())
	case wasHeldBack:
		return c.neverSent(ctx, c.reason())
	case ctx.Err() == nil && c.reason() != nil:
		return outcomeUnknown(c.method, fmt.Sprintf("the connection ended (%v) before the reply came", c.reason()))
	case ctx.Err() == nil:
		return outcomeUnknown(c.method, "the connection was lost before the reply came")
	case isLost:
		return outcomeUnknown(c.method, fmt.Sprintf("the connection was lost and no reply came within %v", c.limit()))
	case c.transport == PubSub && !isAccepted:
		return outcomeUnknown(c.method, fmt.Sprintf("the server did not confirm the request within %v", c.limit()))
	}
	return timedOut(c.method, c.limit().String())
}

// neverSent says why a request never left.
func (c *call) neverSent(ctx context.Context, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return cancelled(c.method, ctx.Err())
	case ctx.Err() != nil:
		return notSent(c.method, fmt.Sprintf("there was no connection within %v, so the request was not sent", c.limit()))
	}
	return notSent(c.method, fmt.Sprintf("the connection has ended (%v); call Connect again", err))
}

// limit is how long the caller has waited, in a form to read.
func (c *call) limit() time.Duration {
	waited := time.Since(c.started)
	if waited < time.Second {
		return waited.Round(time.Millisecond)
	}
	return waited.Round(100 * time.Millisecond)
}

func (c *call) unpack(result *rpcResult) (json.RawMessage, error) {
	var received reply
	if result == nil || json.Unmarshal(result.Data, &received) != nil {
		return nil, invalidResult(c.method, "it is not the object that the wire rules ask for")
	}
	return received.unpack(c.method)
}

// refusal turns Centrifugo's own error into that of the call.
func (c *call) refusal(s *session, e *centrifugoError) error {
	failed := &RPCError{Method: c.method, Code: e.Code, Name: errorNames[e.Code], Message: e.Message, cause: errorCauses[e.Code]}
	switch e.Code {
	case 100:
		return outcomeUnknown(c.method, "Centrifugo got no proper answer from the server ("+e.Message+")")
	case 102, 104, 107, 108:
		failed.Name = "misconfigured"
		failed.Message = fmt.Sprintf("Centrifugo answered %q: %s", e.Message, configurationHints[e.Code])
	case 103:
		failed.Code, failed.Name = 403, errorNames[403]
	case codeTokenExpired:
		failed.Code, failed.Name = 401, errorNames[401]
		signal(s.tokenExpired)
	case 111:
		failed.Code, failed.Name = 429, errorNames[429]
	}
	if failed.Name == "" {
		failed.Name = "error"
	}
	return failed
}

// millisLeft is the time left until the deadline, rounded up: zero would mean none.
func millisLeft(ctx context.Context) int64 {
	deadline, _ := ctx.Deadline()
	return max(1, int64(math.Ceil(time.Until(deadline).Seconds()*1000)))
}
