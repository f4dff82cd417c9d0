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
	closeTimeout  = time.Second
	waitingFrames = 64

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
	pong  chan struct{}
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
	pongs     bool
}

// An exchange is a command on its way, and the answer to it.
type exchange struct {
	id     uint32
	frame  []byte
	answer chan *message
	state  atomic.Int32
}

const (
	exchangeQueued int32 = iota
	exchangeWritten
	exchangeRevoked
)

// take reports whether the frame is still wanted, and marks it as handed over.
func (x *exchange) take() bool { return x.state.CompareAndSwap(exchangeQueued, exchangeWritten) }

// revoke reports whether the frame could be held back; it is then never written.
func (x *exchange) revoke() bool {
	return x.state.CompareAndSwap(exchangeQueued, exchangeRevoked) || x.state.Load() == exchangeRevoked
}

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
		pong:         make(chan struct{}, 1),
		unsubscribed: make(chan struct{}, 1),
		tokenExpired: make(chan struct{}, 1),
		answers:      map[uint32]func(*message){},
	}
	s.watchdog = time.AfterFunc(time.Hour, func() { s.finish(errSilent) })
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

// submit queues a command and gives its exchange. The answer is passed to receive, on the goroutine that reads, and
// then to the exchange; receive may be nil.
func (s *session) submit(ctx context.Context, c *command, receive func(*message), fits func(frameBytes int) error) (*exchange, error) {
	x := &exchange{answer: make(chan *message, 1)}
	s.mu.Lock()
	s.lastID++
	x.id = s.lastID
	s.answers[x.id] = func(m *message) {
		if receive != nil {
			receive(m)
		}
		x.answer <- m
	}
	s.mu.Unlock()

	c.ID = x.id
	frame, err := codec.Marshal(c)
	if err == nil && fits != nil {
		err = fits(len(frame))
	}
	if err != nil {
		s.forget(x)
		return nil, err
	}
	x.frame = frame
	select {
	case s.queue <- x:
		return x, nil
	case <-s.ended:
		err = s.endErr
	case <-ctx.Done():
		err = ctx.Err()
	}
	s.forget(x)
	return nil, err
}

// forget stops waiting for an answer.
func (s *session) forget(x *exchange) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.answers, x.id)
}

// request sends a command and waits for the answer.
func (s *session) request(ctx context.Context, c *command, receive func(*message)) (*message, error) {
	x, err := s.submit(ctx, c, receive, nil)
	if err != nil {
		return nil, err
	}
	defer s.forget(x)
	select {
	case m := <-x.answer:
		if m.Error != nil {
			return nil, m.Error
		}
		return m, nil
	case <-s.ended:
		return nil, s.endErr
	case <-ctx.Done():
		return nil, ctx.Err()
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
	if s.pingLimit > 0 {
		s.watchdog.Reset(s.pingLimit)
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
			if !x.take() {
				continue
			}
			frame = x.frame
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
	if found {
		answer(m)
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
