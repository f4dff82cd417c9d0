package client

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// codeInternal is Centrifugo's word for a server that it could not reach, or that answered nothing it understands.
const codeInternal = 100

const (
	// firstOfTheServer is the first code that the server behind Centrifugo may use.
	firstOfTheServer = 400
	oversleptAfter   = 100 * time.Millisecond
	nearProxyLimit   = 900 * time.Millisecond
)

// isTemporary reports whether a refusal says that the server has no place now.
func isTemporary(code int) bool { return code == 111 || code == 429 || code == 503 }

// giveUp ends a call that nobody answered.
func (c *call) giveUp(ctx context.Context) *ending {
	if end := c.lastMinute(ctx); end != nil {
		return end
	}
	c.retire()
	err := ctx.Err()
	switch {
	case errors.Is(err, context.Canceled):
		if c.sendings > 0 {
			c.withdraw()
		}
		return &ending{err: cancelled(c.method, err)}
	case c.sendings == 0:
		return &ending{err: c.neverSent(ctx)}
	case err == nil:
		return c.unknown(fmt.Sprintf("the connection ended (%v) before the reply came", c.reason()))
	case c.trouble != "":
		return c.unknown(fmt.Sprintf("%s and no reply came within %v", c.trouble, c.waited()))
	case c.transport == PubSub && !c.isAccepted:
		return c.unknown(fmt.Sprintf("the server did not confirm the request within %v", c.waited()))
	}
	return &ending{err: timedOut(c.method, c.waited().String())}
}

// lastMinute gives the end of a call whose reply came at the moment when waiting ended. A deadline that is noticed late
// means that the process stood still: what arrived meanwhile still has to be read.
func (c *call) lastMinute(ctx context.Context) *ending {
	var answer <-chan *message
	if c.latest != nil && c.transport == RPC {
		answer = c.latest.answer
	}
	readingTime := time.Duration(0)
	if errors.Is(ctx.Err(), context.DeadlineExceeded) && time.Since(c.deadline) > oversleptAfter {
		readingTime = lastChance
	}
	select {
	case r := <-c.reply:
		return c.settle(ctx, r)
	case m := <-answer:
		return c.lastAnswer(ctx, m)
	default:
	}
	if readingTime == 0 {
		return nil
	}
	timer := time.NewTimer(readingTime)
	defer timer.Stop()
	select {
	case r := <-c.reply:
		return c.settle(ctx, r)
	case m := <-answer:
		return c.lastAnswer(ctx, m)
	case <-timer.C:
	case <-c.over:
	}
	return nil
}

func (c *call) lastAnswer(ctx context.Context, m *message) *ending {
	if m.Error != nil {
		return nil
	}
	return c.answered(ctx, m.RPC)
}

func (c *call) unknown(reason string) *ending {
	return &ending{err: outcomeUnknown(c.method, reason)}
}

// withdraw tells the server that nobody waits any more. It waits for nothing: this is a favour to the server.
func (c *call) withdraw() {
	if s, _, _ := c.standing(); s != nil {
		s.post(func(id uint32) ([]byte, error) { return cancellation(c.settings, id, c.correlationID) })
	}
}

// neverSent says why a request never left.
func (c *call) neverSent(ctx context.Context) error {
	if reason := c.reason(); reason != nil {
		return notSent(c.method, fmt.Sprintf("the connection has ended (%v); call Connect again", reason))
	}
	if s, _, _ := c.standing(); s != nil || ctx.Err() == nil {
		return notSent(c.method, fmt.Sprintf("the request could not be sent within %v", c.waited()))
	}
	return notSent(c.method, fmt.Sprintf("there was no connection within %v, so the request was not sent", c.waited()))
}

// waited is how long the caller has waited.
func (c *call) waited() time.Duration { return shown(time.Since(c.started)) }

// shown is a time in a form to read.
func shown(d time.Duration) time.Duration {
	if d < time.Second {
		return d.Round(time.Millisecond)
	}
	return d.Round(100 * time.Millisecond)
}

// refused takes Centrifugo's own error, which the server may have asked it for.
func (c *call) refused(ctx context.Context, s *session, e *centrifugoError) *ending {
	took := c.sinceWritten()
	c.retire()
	if e.Code == codeTokenExpired {
		signal(s.tokenExpired)
	}
	switch {
	case e.Code == codeInternal:
		c.trouble = "Centrifugo got no proper answer from the server (" + e.Message + ")" + c.limitHint(took)
		if c.isResending {
			return c.pause(ctx)
		}
		return c.unknown(c.trouble)
	case c.sendings > 1 && (isTemporary(e.Code) || e.Code < firstOfTheServer):
		return c.refusedAgain(ctx, e.Code, e.Message)
	}
	return &ending{err: c.refusal(e)}
}

// sinceWritten is how long ago the latest sending was written.
func (c *call) sinceWritten() time.Duration {
	if c.latest == nil || !c.latest.isWritten() {
		return 0
	}
	return time.Since(c.latest.writtenAt())
}

// limitHint names the setting of Centrifugo's own time limit, which is a second unless somebody set it.
func (c *call) limitHint(took time.Duration) string {
	setting := "rpc.proxy.timeout"
	if c.transport == PubSub {
		setting = "channel.proxy.publish.timeout"
	}
	if took < nearProxyLimit {
		return ""
	}
	return fmt.Sprintf(" after %v: its setting %s may be too short", shown(took), setting)
}

// refusedAgain takes a refusal that says nothing about the earlier sendings of the request, which may have been run.
func (c *call) refusedAgain(ctx context.Context, code int, message string) *ending {
	c.trouble = fmt.Sprintf("the request was sent again and refused (%d %s)", code, message)
	if isTemporary(code) {
		return c.pause(ctx)
	}
	return c.unknown(c.trouble)
}

// refusal turns Centrifugo's own error into that of the call.
func (c *call) refusal(e *centrifugoError) error {
	failed := &RPCError{Method: c.method, Code: e.Code, Name: errorNames[e.Code], Message: e.Message, cause: errorCauses[e.Code]}
	switch e.Code {
	case 102, 104, 107, 108:
		failed.Name = "misconfigured"
		failed.Message = fmt.Sprintf("Centrifugo answered %q: %s", e.Message, configurationHints[e.Code])
	case 103:
		failed.Code, failed.Name = 403, errorNames[403]
	case codeTokenExpired:
		failed.Code, failed.Name = 401, errorNames[401]
	case 111:
		failed.Code, failed.Name = 429, errorNames[429]
	}
	if failed.Name == "" {
		failed.Name = "error"
	}
	return failed
}
