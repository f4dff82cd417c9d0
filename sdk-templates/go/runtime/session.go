package client

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"nhooyr.io/websocket"

	"centrifugo-rpc/client/internal/codec"
)

const (
	// readLimitBytes leaves room for sixteen of the largest replies in one frame, which is as many as Centrifugo packs.
	readLimitBytes = 32 << 20
	writeTimeout   = 10 * time.Second
	// closeTimeout is how long a server may take to answer the close frame.
	closeTimeout = time.Second
	// lastChance is how long a server that seems silent has to be heard: after the process was frozen, its pings may
	// lie unread.
	lastChance     = 500 * time.Millisecond
	waitingFrames  = 64
	waitingFavours = 256

	codeMessageTooBig = 1009
	codeStateInvalid  = 3014
	// codeResubscribe is the first of the codes after which the reply channel can be subscribed to again.
	codeResubscribe = 2500
)

// A session is one WebSocket connection, from the first frame to the last. One goroutine reads it and another writes.
type session struct {
	conn    *websocket.Conn
	replies *replies
	// ended is closed when the session is over; the reason is then in endErr.
	ended  chan struct{}
	endErr error
	end    sync.Once
	// drained is closed when nothing that was read will be handed on any more.
	drained chan struct{}
	// ctx ends with the session.
	ctx    context.Context
	cancel context.CancelCauseFunc
	// refreshAfter is when the token has to be refreshed; 0 means never.
	refreshAfter time.Duration

	queue chan *exchange
	// favours are commands whose answers nobody waits for.
	favours chan *exchange
	pong    chan struct{}
	// unsubscribed gets a signal when the server asks to subscribe to the reply channel again.
	unsubscribed chan struct{}
	// tokenExpired gets a signal when the server says that the token has ended.
	tokenExpired chan struct{}

	mu       sync.Mutex
	lastID   uint32
	answers  map[uint32]func(*message)
	watchdog *time.Timer
	// pingLimit is how long the server may be silent; 0 means for ever.
	pingLimit time.Duration
	// isSuspect tells that the server has been silent for too long, and has its last chance.
	isSuspect bool
	pongs     bool
}

// An exchange is a command on its way, and the answer to it.
type exchange struct {
	id uint32
	// encode gives the frame at the moment when it is written.
	encode func(now time.Time) []byte
	answer chan *message
	// written is nil in the queue, then the time when the frame was handed over, or heldBack.
	written atomic.Pointer[time.Time]
}

// heldBack stands for the time of a frame that is never written.
var heldBack = new(time.Time)

// take reports whether the frame is still wanted, and marks it as handed over.
func (x *exchange) take(now time.Time) bool { return x.written.CompareAndSwap(nil, &now) }

// revoke reports whether the frame could be held back; it is then never written.
func (x *exchange) revoke() bool {
	return x.written.CompareAndSwap(nil, heldBack) || x.written.Load() == heldBack
}

// frameNow takes the exchange and gives its frame, or nil when that is no longer wanted.
func (x *exchange) frameNow() []byte {
	now := time.Now()
	if !x.take(now) {
		return nil
	}
	return x.encode(now)
}

func (x *exchange) isWritten() bool {
	at := x.written.Load()
	return at != nil && at != heldBack
}

// writtenAt is when the frame was handed over, which it was.
func (x *exchange) writtenAt() time.Time { return *x.written.Load() }

// closedError is the end of a session by a close frame.
type closedError struct {
	code   int
	reason string
}

func (e *closedError) Error() string {
	return fmt.Sprintf("the server closed the connection: %d %s", e.code, e.reason)
}

// isTerminal reports whether reconnecting is pointless, as the server's close codes tell.
func (e *closedError) isTerminal() bool {
	return e.code == codeMessageTooBig || e.code >= 3500 && e.code < 4000 || e.code >= 4500 && e.code < 5000
}

var (
	errDisconnected = errors.New("the client was disconnected")
	errSilent       = errors.New("the server sent no ping in time")
	errMissed       = errors.New("the server took the reply channel away for a while, and replies may have been missed")
)

// unsubscribedError says that the server took the reply channel away.
type unsubscribedError struct{ codeAndCause }

func (e *unsubscribedError) Error() string {
	return fmt.Sprintf("the server ended the subscription to the reply channel: %d %s", e.Code, e.Reason)
}

func newSession(conn *websocket.Conn, replies *replies) *session {
	conn.SetReadLimit(readLimitBytes)
	ctx, cancel := context.WithCancelCause(context.Background())
	s := &session{
		conn:         conn,
		replies:      replies,
		ended:        make(chan struct{}),
		drained:      make(chan struct{}),
		ctx:          ctx,
		cancel:       cancel,
		queue:        make(chan *exchange, waitingFrames),
		favours:      make(chan *exchange, waitingFavours),
		pong:         make(chan struct{}, 1),
		unsubscribed: make(chan struct{}, 1),
		tokenExpired: make(chan struct{}, 1),
		answers:      map[uint32]func(*message){},
	}
	s.watchdog = time.AfterFunc(time.Hour, s.bark)
	s.watchdog.Stop()
	go s.read()
	go s.write()
	return s
}

// finish ends the session, once; everybody who waits on it learns of it.
func (s *session) finish(err error) {
	s.end.Do(func() {
		s.endErr = err
		s.watchdog.Stop()
		close(s.ended)
		// Ends the reads and writes under way, and with them the connection.
		s.cancel(err)
	})
}

func (s *session) hasEnded() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// close says goodbye to the server, for a second at most.
func (s *session) close() {
	force := time.AfterFunc(closeTimeout, func() { s.cancel(errDisconnected) })
	defer force.Stop()
	// The error says that the server did not answer, which is nobody's concern any more.
	_ = s.conn.Close(websocket.StatusNormalClosure, "")
	s.finish(errDisconnected)
}

// prepare makes an exchange that still has to be queued, and needs its frame. The answer is passed to receive, on the
// goroutine that reads, and then to the exchange; receive may be nil.
func (s *session) prepare(receive func(*message)) *exchange {
	x := &exchange{answer: make(chan *message, 1)}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastID++
	x.id = s.lastID
	s.answers[x.id] = func(m *message) {
		if receive != nil {
			receive(m)
		}
		x.answer <- m
	}
	return x
}

// post sends a command without waiting for anything, not even for a place in the queue.
func (s *session) post(encode func(id uint32) ([]byte, error)) {
	s.mu.Lock()
	s.lastID++
	id := s.lastID
	s.mu.Unlock()
	frame, err := encode(id)
	if err != nil {
		return
	}
	select {
	case s.favours <- &exchange{id: id, encode: func(time.Time) []byte { return frame }}:
	default:
	}
}

// forget stops waiting for an answer.
func (s *session) forget(x *exchange) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.answers, x.id)
}

// request sends a command and waits for the answer.
func (s *session) request(ctx context.Context, c *command, receive func(*message)) (*message, error) {
	x := s.prepare(receive)
	defer s.forget(x)
	c.ID = x.id
	frame, err := codec.Marshal(c)
	if err != nil {
		return nil, err
	}
	x.encode = func(time.Time) []byte { return frame }
	queue := s.queue
	for {
		select {
		case queue <- x:
			queue = nil
		case m := <-x.answer:
			if m.Error != nil {
				return nil, m.Error
			}
			return m, nil
		case <-s.ended:
			return nil, s.endErr
		case <-ctx.Done():
			x.revoke()
			return nil, ctx.Err()
		}
	}
}

// expectPings sets how long the server may be silent, and whether it wants its pings answered.
func (s *session) expectPings(limit time.Duration, pongs bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pingLimit, s.pongs = limit, pongs
	s.restartWatchdog()
}

func (s *session) restartWatchdog() {
	s.isSuspect = false
	if s.pingLimit > 0 && !s.hasEnded() {
		s.watchdog.Reset(s.pingLimit)
	}
}

// bark ends the session of a server that was silent for too long.
func (s *session) bark() {
	s.mu.Lock()
	hadLastChance := s.isSuspect
	if !hadLastChance {
		s.isSuspect = true
		s.watchdog.Reset(lastChance)
	}
	s.mu.Unlock()
	if hadLastChance {
		s.finish(errSilent)
	}
}

func (s *session) write() {
	for {
		var frame []byte
		select {
		case <-s.ended:
			return
		case <-s.pong:
			frame = []byte("{}")
		case x := <-s.queue:
			frame = x.frameNow()
		case x := <-s.favours:
			frame = x.frameNow()
		}
		if frame == nil {
			continue
		}
		limited, cancel := context.WithTimeout(s.ctx, writeTimeout)
		err := s.conn.Write(limited, websocket.MessageText, frame)
		cancel()
		if err != nil {
			// The reader ends the session: it may have read a close frame, which tells more than this error.
			s.cancel(fmt.Errorf("writing failed: %w", err))
			return
		}
	}
}

func (s *session) read() {
	// Not every error closes the socket by itself. What closing it says does not matter any more.
	defer func() { _ = s.conn.CloseNow() }()
	defer close(s.drained)
	for {
		_, frame, err := s.conn.Read(s.ctx)
		if err == nil {
			err = s.receive(frame)
		}
		if err != nil {
			s.finish(endOf(s.ctx, err))
			return
		}
	}
}

// endOf finds out why reading failed.
func endOf(ctx context.Context, err error) error {
	var closed websocket.CloseError
	switch {
	case errors.As(err, &closed):
		return &closedError{int(closed.Code), closed.Reason}
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return err
}

func (s *session) receive(frame []byte) error {
	s.mu.Lock()
	s.restartWatchdog()
	s.mu.Unlock()
	messages, err := messagesIn(frame)
	if err != nil {
		return err
	}
	for i := range messages {
		if err := s.receiveMessage(&messages[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) receiveMessage(m *message) error {
	switch {
	case m.isPing():
		s.answerPing()
		return nil
	case m.Push != nil:
		return s.receivePush(m.Push)
	}
	s.mu.Lock()
	answer, found := s.answers[m.ID]
	delete(s.answers, m.ID)
	s.mu.Unlock()
	switch {
	case found:
		answer(m)
	case m.RPC != nil:
		s.replies.late(m.RPC.Data)
	}
	return nil
}

func (s *session) answerPing() {
	s.mu.Lock()
	pongs := s.pongs
	s.mu.Unlock()
	if !pongs {
		return
	}
	signal(s.pong)
}

// signal leaves a signal, unless one is waiting already.
func signal(channel chan<- struct{}) {
	select {
	case channel <- struct{}{}:
	default:
	}
}

func (s *session) receivePush(p *push) error {
	switch {
	case p.Disconnect != nil:
		return &closedError{p.Disconnect.Code, p.Disconnect.Reason}
	case p.Channel != s.replies.channel:
		return nil
	case p.Pub != nil:
		s.replies.receive(p.Pub)
	case p.Unsubscribe != nil && p.Unsubscribe.Code < codeResubscribe:
		return &unsubscribedError{*p.Unsubscribe}
	case p.Unsubscribe != nil:
		signal(s.unsubscribed)
	}
	return nil
}
