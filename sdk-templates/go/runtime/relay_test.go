package client

import (
	"net"
	"strings"
	"sync"
	"testing"
)

// A relay passes TCP connections on to the fake server, until it is told to hold back what it receives, or to cut.
type relay struct {
	listener net.Listener
	target   string

	mu      sync.Mutex
	flows   *sync.Cond
	isStill bool
	open    map[net.Conn]struct{}
	accepts chan struct{}
	// held gets a signal when the relay begins to hold back what it received.
	held chan struct{}
}

func newRelay(t *testing.T, f *fakeServer) *relay {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{listener: listener, target: strings.TrimPrefix(f.URL, "http://"), open: map[net.Conn]struct{}{}, accepts: make(chan struct{}, 16), held: make(chan struct{}, 1)}
	r.flows = sync.NewCond(&r.mu)
	go r.serve()
	t.Cleanup(func() {
		_ = listener.Close()
		r.cut()
	})
	return r
}

func (r *relay) address() string { return "ws://" + r.listener.Addr().String() }

func (r *relay) serve() {
	for {
		near, err := r.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", r.target)
		if err != nil {
			_ = near.Close()
			continue
		}
		r.mu.Lock()
		r.open[near], r.open[far] = struct{}{}, struct{}{}
		r.mu.Unlock()
		r.accepts <- struct{}{}
		go r.pass(near, far)
		go r.pass(far, near)
	}
}

func (r *relay) pass(from, to net.Conn) {
	defer func() {
		_, _ = from.Close(), to.Close()
	}()
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		r.mu.Lock()
		for _, isOpen := r.open[from]; r.isStill && isOpen; _, isOpen = r.open[from] {
			signal(r.held)
			r.flows.Wait()
		}
		r.mu.Unlock()
		if err != nil {
			return
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// freeze holds back everything, in both directions and without a word, as a cable that was pulled does.
func (r *relay) freeze() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.isStill = true
}

// heal lets new connections through; those that were frozen are gone.
func (r *relay) heal() {
	r.mu.Lock()
	r.isStill = false
	r.mu.Unlock()
}

// cut resets every connection.
func (r *relay) cut() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for conn := range r.open {
		if tcp, isTCP := conn.(*net.TCPConn); isTCP {
			_ = tcp.SetLinger(0)
		}
		_ = conn.Close()
	}
	clear(r.open)
	r.flows.Broadcast()
}
