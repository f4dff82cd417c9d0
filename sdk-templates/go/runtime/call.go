package client

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"time"
)

// A call is a request to the server and what becomes of it. The request may be sent several times: the server runs it
// once.
type call struct {
	*connection
	*request
	started  time.Time
	deadline time.Time
	reply    <-chan *reply

	// latest is the sending at hand, until it is counted or held back.
	latest *exchange
	// sendings counts those that the server may have run; the first of them was written at firstWritten.
	sendings     int
	firstWritten time.Time
	// isAccepted tells that the server confirmed a published request.
	isAccepted bool
	// trouble is why a sending that may have been run got no answer; empty while all goes well.
	trouble string
	pauses  int
}

// An ending is what a call gives to its caller.
type ending struct {
	result json.RawMessage
	err    error
}

// invoke carries out a call. The context has a deadline.
func (c *connection) invoke(ctx context.Context, method string, params json.RawMessage) (json.RawMessage, error) {
	id, err := newUUID()
	if err != nil {
		return nil, notSent(method, err.Error())
	}
	request, err := newRequest(c.settings, id, method, params)
	if err != nil {
		return nil, invalidParams(method, err)
	}
	deadline, _ := ctx.Deadline()
	if frameBytes := request.largestFrameBytes(c.isResending, deadline); frameBytes > c.maxFrameBytes {
		return nil, tooLarge(method, frameBytes, c.maxFrameBytes)
	}
	running := &call{connection: c, request: request, started: time.Now(), deadline: deadline, reply: c.replies.expect(id)}
	defer func() {
		running.retire()
		c.replies.forget(id, running.sendings > 0)
	}()
	for {
		if end := running.attempt(ctx); end != nil {
			return end.result, end.err
		}
	}
}

// attempt sends the request and gives the end of the call, or nil when the request has to be sent again.
func (c *call) attempt(ctx context.Context) *ending {
	c.retire()
	s, end := c.readySession(ctx)
	if end != nil {
		return end
	}
	sent := sending{c.sendings + 1, c.firstWritten, c.deadline}
	x := s.prepare(nil)
	x.encode = func(now time.Time) []byte { return c.frame(x.id, sent, now) }
	defer s.forget(x)
	select {
	case s.queue <- x:
		c.latest = x
		return c.await(ctx, s, x)
	case <-s.ended:
		return nil // There will be another session, or none.
	case r := <-c.reply:
		return c.settle(ctx, r)
	case <-c.over:
	case <-ctx.Done():
	}
	return c.giveUp(ctx)
}

// retire makes sure that the latest sending is not written any more, and counts it when it already was.
func (c *call) retire() {
	x := c.latest
	c.latest = nil
	if x == nil || x.revoke() {
		return
	}
	if c.sendings == 0 {
		c.firstWritten = x.writtenAt()
	}
	c.sendings++
}

// readySession waits for a session that takes calls. Meanwhile the reply to an earlier sending may be recovered.
func (c *call) readySession(ctx context.Context) (*session, *ending) {
	for {
		s, changed, endErr := c.standing()
		switch {
		case endErr != nil || ctx.Err() != nil:
			return nil, c.giveUp(ctx)
		case s != nil:
			return s, nil
		}
		if end := until(ctx, c, changed); end != nil {
			return nil, end
		}
	}
}

// until waits for an event and gives nil, or the end of the call when that comes first.
func until[T any](ctx context.Context, c *call, event <-chan T) *ending {
	select {
	case <-event:
		return nil
	case r := <-c.reply:
		return c.settle(ctx, r)
	case <-c.over:
	case <-ctx.Done():
	}
	return c.giveUp(ctx)
}

// await waits for what becomes of a request that is queued.
func (c *call) await(ctx context.Context, s *session, x *exchange) *ending {
	unconfirmed := time.NewTimer(c.ackTimeout)
	defer unconfirmed.Stop()
	overdue, answer, lost := unconfirmed.C, x.answer, s.drained
	if c.transport == RPC {
		overdue = nil // The answer is the reply, which takes as long as it takes.
	}
	for {
		select {
		case r := <-c.reply:
			return c.settle(ctx, r)
		case m := <-answer:
			switch {
			case m.Error != nil:
				return c.refused(ctx, s, m.Error)
			case c.transport == RPC:
				return c.answered(ctx, m.RPC)
			}
			c.isAccepted = true
			answer, overdue = nil, nil
			continue
		case <-overdue:
			switch {
			case !x.isWritten():
				unconfirmed.Reset(c.ackTimeout)
			case c.isResending:
				return c.pause(ctx)
			default:
				overdue = nil
			}
			continue
		case <-lost:
		case <-c.over:
		case <-ctx.Done():
		}
		switch {
		case len(c.reply) > 0 || len(answer) > 0:
			// What arrived at the same moment counts more than the end of waiting.
		case c.reason() != nil || ctx.Err() != nil:
			return c.giveUp(ctx)
		case c.loses():
			if c.isResending {
				return nil
			}
			if c.transport == RPC {
				return c.unknown("the connection was lost before the reply came")
			}
			// The reply may still come, by another session.
			overdue, answer, lost = nil, nil, nil
		default:
			return nil
		}
	}
}

// loses takes note of a lost connection, and reports whether the request may have been run nevertheless.
func (c *call) loses() bool {
	before := c.sendings
	c.retire()
	if c.sendings == before {
		return false
	}
	c.trouble = "the connection was lost"
	return true
}

// pause waits a while before the request is sent again: full jitter, so that many calls do not come back at once.
func (c *call) pause(ctx context.Context) *ending {
	ceiling := min(c.maxResendDelay, c.minResendDelay<<min(c.pauses, 16))
	c.pauses++
	timer := time.NewTimer(rand.N(ceiling + 1))
	defer timer.Stop()
	return until(ctx, c, timer.C)
}

// answered takes the answer to Centrifugo's rpc command.
func (c *call) answered(ctx context.Context, result *rpcResult) *ending {
	var received reply
	if result == nil || json.Unmarshal(result.Data, &received) != nil {
		return &ending{err: invalidResult(c.method, "it is not the object that the wire rules ask for")}
	}
	return c.settle(ctx, &received)
}

// settle takes the server's reply. That it has no place for a sending says nothing about the earlier ones.
func (c *call) settle(ctx context.Context, r *reply) *ending {
	c.retire()
	result, err := r.unpack(c.method)
	var failed *RPCError
	if errors.As(err, &failed) && c.sendings > 1 && isTemporary(failed.Code) {
		return c.refusedAgain(ctx, failed.Code, failed.Message)
	}
	return &ending{result, err}
}
