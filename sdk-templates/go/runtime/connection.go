package client

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"nhooyr.io/websocket"
)

const (
	codeAlreadySubscribed = 105
	codeTokenExpired      = 109
	clientName            = "centrifugo-rpc"
)

// A connection lasts from Connect to Disconnect, or to an end that reconnecting cannot mend. It keeps a session open.
type connection struct {
	*settings
	replies *replies
	states  *states
	// life ends with the connection.
	life context.Context
	kill context.CancelFunc

	mu      sync.Mutex
	session *session
	// changed is closed and replaced whenever a session comes or goes.
	changed chan struct{}
	// endErr is why the connection is over, or nil; over is then closed.
	endErr error
	over   chan struct{}

	// The rest belongs to the one goroutine that opens sessions.

	token string
	// isServerSide tells that the token itself subscribes to the reply channel.
	isServerSide bool
}

func newConnection(s *settings, token string, tally *tally, states *states) *connection {
	life, kill := context.WithCancel(context.Background())
	states.enter(ConnectionState{Status: Connecting})
	return &connection{
		settings: s,
		states:   states,
		replies:  newReplies(s, tally),
		life:     life,
		kill:     kill,
		changed:  make(chan struct{}),
		over:     make(chan struct{}),
		token:    token,
	}
}

// start opens the first session, and goes on to keep one open. A failure ends the connection.
func (c *connection) start(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	defer context.AfterFunc(c.life, cancel)()

	s, err := c.establish(ctx, c.timeout)
	if err == nil && !c.enter(s) {
		err = errDisconnected
	}
	if err != nil {
		c.finish(err)
		return err
	}
	if c.onPublication != nil {
		go c.replies.dispatch(c.life, c.onPublication, c.hookLogger)
	}
	go c.keep(s)
	return nil
}

// keep replaces each session that ends by a new one.
func (c *connection) keep(s *session) {
	for s != nil {
		c.serve(s)
		c.leave()
		// The next session must not be mixed up with the rest of this one.
		<-s.drained
		if c.life.Err() != nil {
			return
		}
		if c.isFinal(s.endErr) {
			c.logger.Error("the connection ended for good", "reason", s.endErr)
			c.finish(handshakeError(c.url, s.endErr))
			return
		}
		c.logger.Warn("the connection was lost; reconnecting", "reason", s.endErr)
		var closed *closedError
		if errors.As(s.endErr, &closed) && closed.code == codeStateInvalid {
			c.replies.invalidate()
			c.dropToken()
		}
		s = c.reopen(s.endErr)
	}
}

// serve looks after a session until it ends.
func (c *connection) serve(s *session) {
	refresh := time.NewTimer(time.Hour)
	defer refresh.Stop()
	restart := func(delay time.Duration) {
		if !refresh.Stop() {
			select {
			case <-refresh.C:
			default:
			}
		}
		if delay > 0 && c.tokenProvider != nil {
			refresh.Reset(delay)
		}
	}
	restart(s.refreshAfter)
	for failures := 0; ; {
		select {
		case <-s.ended:
			return
		case <-s.unsubscribed:
			c.resubscribe(s)
			continue
		case <-refresh.C:
		case <-s.tokenExpired:
		}
		if c.tokenProvider == nil {
			continue
		}
		delay, err := c.refresh(s)
		if err != nil {
			c.logger.Warn("the token could not be refreshed", "reason", err)
			if c.isFinal(err) {
				s.finish(err)
				return
			}
			delay = c.backoff(failures)
			failures++
		} else {
			failures = 0
		}
		restart(delay)
	}
}

// resubscribe goes on listening to the reply channel. Where replies may have been missed the session ends: the next one
// sends the calls again that wait for them.
func (c *connection) resubscribe(s *session) {
	ctx, cancel := context.WithTimeout(s.ctx, c.handshakeLimit)
	defer cancel()
	isRecovered, err := c.subscribe(ctx, s)
	if err == nil && !isRecovered {
		err = errMissed
	}
	if err != nil {
		s.finish(err)
	}
}

// refresh gives the server a new token, and tells when the next one is due.
func (c *connection) refresh(s *session) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(s.ctx, c.timeout)
	defer cancel()
	token, err := c.newToken(ctx)
	if err != nil {
		return 0, err
	}
	c.token = token
	answer, err := s.request(ctx, &command{Refresh: &refreshRequest{Token: token}}, nil)
	if err != nil {
		return 0, err
	}
	if answer.Refresh == nil || !answer.Refresh.Expires {
		return 0, nil
	}
	return refreshDelay(answer.Refresh.TTLSeconds), nil
}

// refreshDelay leaves time to get a new token before the old one ends.
func refreshDelay(ttlSeconds uint32) time.Duration {
	ttl := time.Duration(max(ttlSeconds, 1)) * time.Second
	return ttl - min(ttl/5, 10*time.Second)
}

// reopen tries until there is a session again, and gives nil when the connection is over.
func (c *connection) reopen(lost error) *session {
	for failures := 0; ; failures++ {
		delay := c.backoff(failures)
		c.announce(delay, lost)
		pause := time.NewTimer(delay)
		select {
		case <-pause.C:
		case <-c.life.Done():
			pause.Stop()
			return nil
		}
		s, err := c.establish(c.life, min(c.timeout, c.handshakeLimit))
		switch {
		case err == nil && c.enter(s):
			c.logger.Info("connected again")
			return s
		case c.life.Err() != nil:
			return nil
		case c.isFinal(err):
			c.logger.Error("the connection ended for good", "reason", err)
			c.finish(err)
			return nil
		}
		c.logger.Debug("could not reconnect yet", "reason", err)
	}
}

// backoff is how long to wait after so many failures: full jitter, so that many clients do not come back at once.
func (c *connection) backoff(failures int) time.Duration {
	ceiling := c.maxReconnectDelay
	if failures < 16 {
		ceiling = min(ceiling, c.minReconnectDelay<<failures)
	}
	return min(c.maxReconnectDelay, c.minReconnectDelay+rand.N(ceiling+1))
}

// isFinal reports whether trying again must fail again. A token provider makes an expired token curable.
func (c *connection) isFinal(err error) bool {
	var answered *centrifugoError
	if errors.As(err, &answered) && answered.Code == codeTokenExpired && c.tokenProvider != nil {
		return false
	}
	return isFinal(err)
}

// establish opens a session that is ready for calls. The limit is for each attempt, the token provider apart.
func (c *connection) establish(ctx context.Context, limit time.Duration) (*session, error) {
	s, err := c.open(ctx, limit)
	var answered *centrifugoError
	if errors.As(err, &answered) && answered.Code == codeTokenExpired && c.tokenProvider != nil {
		c.dropToken()
		s, err = c.open(ctx, limit)
	}
	if err != nil {
		return nil, handshakeError(c.url, err)
	}
	return s, nil
}

func (c *connection) dropToken() {
	if c.tokenProvider != nil {
		c.token = ""
	}
}

func (c *connection) open(ctx context.Context, limit time.Duration) (*session, error) {
	if c.token == "" && c.tokenProvider != nil {
		limited, cancel := context.WithTimeout(ctx, c.timeout)
		defer cancel()
		token, err := c.newToken(limited)
		if err != nil {
			c.logger.Warn("there is no token to connect with", "reason", err)
			return nil, err
		}
		c.token = token
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	conn, response, err := websocket.Dial(ctx, c.url, &websocket.DialOptions{HTTPClient: c.httpClient})
	if err != nil {
		return nil, dialError(c.url, response, err)
	}
	s := newSession(conn, c.replies)
	if err := c.handshake(ctx, s); err != nil {
		s.finish(err)
		<-s.drained
		return nil, err
	}
	return s, nil
}

// handshake connects, and makes sure that replies will be heard.
func (c *connection) handshake(ctx context.Context, s *session) error {
	request := &connectRequest{Token: c.token, Name: clientName, Version: c.version}
	if c.isServerSide {
		subscription := c.replies.subscription()
		subscription.Channel = ""
		request.Subs = map[string]subscribeRequest{c.replies.channel: subscription}
	}
	hasGap := false
	answer, err := s.request(ctx, &command{Connect: request}, func(m *message) {
		if m.Connect == nil {
			return
		}
		if subscribed := m.Connect.Subs[c.replies.channel]; subscribed != nil {
			hasGap = c.replies.subscribed(subscribed)
		}
	})
	if err != nil {
		return err
	}
	if answer.Connect == nil {
		return &ConnectError{
			Kind:    ConnectUnsupported,
			Message: shownAddress(c.url) + " answered the connect command with something else",
		}
	}
	c.reportGap(hasGap)
	result := answer.Connect
	c.isServerSide = result.Subs[c.replies.channel] != nil
	if result.PingSeconds > 0 {
		s.expectPings(time.Duration(result.PingSeconds)*time.Second+c.maxPingDelay, result.Pong)
	}
	if result.Expires {
		s.refreshAfter = refreshDelay(result.TTLSeconds)
	}
	if c.transport == RPC || c.isServerSide {
		return nil
	}
	_, err = c.subscribe(ctx, s)
	return err
}

// subscribe listens to the reply channel, and reports whether everything is there that was published since it last did.
func (c *connection) subscribe(ctx context.Context, s *session) (isRecovered bool, err error) {
	request := c.replies.subscription()
	hasGap := false
	_, err = s.request(ctx, &command{Subscribe: &request}, func(m *message) {
		if m.Subscribe != nil {
			hasGap, isRecovered = c.replies.subscribed(m.Subscribe), m.Subscribe.Recovered
		}
	})
	var answered *centrifugoError
	if errors.As(err, &answered) && answered.Code == codeAlreadySubscribed {
		return false, nil
	}
	c.reportGap(hasGap)
	return isRecovered, err
}

func (c *connection) reportGap(hasGap bool) {
	if hasGap {
		c.logger.Warn("replies may have been lost while the connection was away")
	}
}

// enter makes a session the one that calls use. It fails when the connection is over.
func (c *connection) enter(s *session) bool {
	c.mu.Lock()
	isOver := c.endErr != nil
	if !isOver {
		c.session = s
		c.states.enter(ConnectionState{Status: Connected})
		c.change()
	}
	c.mu.Unlock()
	if isOver {
		s.close()
	}
	return !isOver
}

// announce says that the connection was lost, and when it is made again.
func (c *connection) announce(delay time.Duration, lost error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.endErr == nil {
		state := endState(Reconnecting, lost)
		state.Delay = delay
		c.states.enter(state)
	}
}

func (c *connection) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.session = nil
	c.change()
}

func (c *connection) change() {
	close(c.changed)
	c.changed = make(chan struct{})
}

// finish ends the connection, once, and with it every call under way.
func (c *connection) finish(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.endErr == nil {
		c.endErr = err
		c.states.enter(endState(Disconnected, err))
		c.change()
		close(c.over)
		c.kill()
	}
}

// shutdown ends the connection and says goodbye to the server.
func (c *connection) shutdown(reason error) {
	c.finish(reason)
	c.mu.Lock()
	s := c.session
	c.mu.Unlock()
	if s != nil {
		s.close()
	}
}

// reason is why the connection is over, or nil.
func (c *connection) reason() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.endErr
}

// standing is how things are: the session that is ready for calls, if there is one; what is closed at the next change;
// and why the connection is over, if it is.
func (c *connection) standing() (ready *session, changed <-chan struct{}, endErr error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.session != nil && !c.session.hasEnded() {
		ready = c.session
	}
	return ready, c.changed, c.endErr
}

// online waits for a session that is ready for calls.
func (c *connection) online(ctx context.Context) (*session, error) {
	for {
		s, changed, endErr := c.standing()
		switch {
		case endErr != nil:
			return nil, endErr
		case s != nil:
			return s, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
