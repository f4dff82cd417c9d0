package client

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"sync/atomic"

	"centrifugo-rpc/client/internal/codec"
)

// waitingPublications is how many publications may wait for the user's hook.
const waitingPublications = 256

// replies matches what is published on the reply channel with the calls that wait for it, over all sessions of a
// connection. Its methods never block: they run where the socket is read.
type replies struct {
	channel string
	tally   *tally
	// publications is nil without a hook.
	publications chan Publication
	overflowed   atomic.Uint64

	mu      sync.Mutex
	waiting map[string]chan *reply
	// position is where to go on after a reconnect, or nil when the server keeps no history.
	position *position
}

type position struct {
	epoch  string
	offset uint64
}

func newReplies(s *settings, tally *tally) *replies {
	r := &replies{channel: s.replyChannel(), tally: tally, waiting: map[string]chan *reply{}}
	if s.onPublication != nil {
		r.publications = make(chan Publication, waitingPublications)
	}
	return r
}

// expect registers a call, which must be done before its request is sent: the reply may overtake everything else.
func (r *replies) expect(correlationID string) <-chan *reply {
	channel := make(chan *reply, 1)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.waiting[correlationID] = channel
	return channel
}

// forget stops waiting for the reply of a call that has ended. Another one may still come when the request was sent.
func (r *replies) forget(correlationID string, wasSent bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.waiting, correlationID)
	if wasSent {
		r.tally.remember(correlationID)
	}
}

// late takes a reply that nobody waits for.
func (r *replies) late(data []byte) {
	var received reply
	if json.Unmarshal(data, &received) == nil {
		r.tally.countLate(received.CorrelationID)
	}
}

// receive takes a publication on the reply channel.
func (r *replies) receive(p *publication) {
	r.advance(p.Offset)
	if len(p.Info) > 0 && !codec.IsNull(p.Info) {
		// The server never sends info: another client forged this.
		r.tally.forged.Add(1)
		return
	}
	var received reply
	if err := json.Unmarshal(p.Data, &received); err != nil || received.CorrelationID == "" {
		r.offer(p.Data)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	channel, found := r.waiting[received.CorrelationID]
	if !found {
		r.tally.countLate(received.CorrelationID)
		return
	}
	select {
	case channel <- &received:
	default:
		r.tally.late.Add(1) // The first reply to the call has not even been taken.
	}
}

func (r *replies) offer(data []byte) {
	if r.publications == nil {
		return
	}
	select {
	case r.publications <- Publication{Channel: r.channel, Data: data}:
	default:
		r.overflowed.Add(1)
	}
}

func (r *replies) advance(offset uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.position != nil && offset > r.position.offset {
		r.position.offset = offset
	}
}

// subscribed takes the server's word on where the channel stands, and what was published while nobody listened. It
// reports whether something may be lost.
func (r *replies) subscribed(result *subscribeResult) (gap bool) {
	r.mu.Lock()
	switch {
	case !result.Recoverable:
		r.position = nil
	case r.position == nil || !result.Recovered:
		r.position = &position{result.Epoch, result.Offset}
	}
	r.mu.Unlock()
	for i := range result.Publications {
		r.receive(&result.Publications[i])
	}
	return result.WasRecovering && !result.Recovered
}

// subscription asks for the channel, from where it was left.
func (r *replies) subscription() subscribeRequest {
	r.mu.Lock()
	defer r.mu.Unlock()
	request := subscribeRequest{Channel: r.channel}
	if r.position != nil {
		request.Recover, request.Epoch, request.Offset = true, r.position.epoch, r.position.offset
	}
	return request
}

// invalidate forgets the position, because the server said that it no longer means anything.
func (r *replies) invalidate() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.position = nil
}

// dispatch hands publications to the user's hook until the context ends.
func (r *replies) dispatch(ctx context.Context, hook func(Publication), logger *slog.Logger) {
	for {
		select {
		case p := <-r.publications:
			guarded(logger, "publication hook", func() { hook(p) })
			if lost := r.overflowed.Swap(0); lost > 0 {
				logger.Warn("publications were dropped because the hook is too slow", "dropped", lost)
			}
		case <-ctx.Done():
			return
		}
	}
}
