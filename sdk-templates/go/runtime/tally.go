package client

import (
	"sync"
	"sync/atomic"
)

// rememberedCalls is how many of the latest calls are known by their ids after they have ended.
const rememberedCalls = 1024

// A tally counts the replies that came for nobody, over all connections of a client.
type tally struct {
	// forged counts those that another client, and not the server, published.
	forged atomic.Uint64
	// late counts those for calls that had ended.
	late atomic.Uint64

	mu sync.Mutex
	// ended are the ids of calls that were sent and have ended; order has the same ids, the oldest at next once it is full.
	ended map[string]struct{}
	order []string
	next  int
}

func (t *tally) remember(correlationID string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ended == nil {
		t.ended = map[string]struct{}{}
	}
	t.ended[correlationID] = struct{}{}
	if len(t.order) < rememberedCalls {
		t.order = append(t.order, correlationID)
		return
	}
	delete(t.ended, t.order[t.next])
	t.order[t.next] = correlationID
	t.next = (t.next + 1) % rememberedCalls
}

// countLate counts a reply to a call of this client; other ids belong to other clients of the same user.
func (t *tally) countLate(correlationID string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, isOurs := t.ended[correlationID]; isOurs {
		t.late.Add(1)
	}
}
