package client

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"nhooyr.io/websocket"
)

// limit bounds every wait of a test.
const limit = 10 * time.Second

// A received command, as the fake server reads it.
type received struct {
	ID        uint32            `json:"id"`
	Connect   *connectRequest   `json:"connect"`
	Subscribe *subscribeRequest `json:"subscribe"`
	Publish   *receivedPublish  `json:"publish"`
	RPC       *receivedRPC      `json:"rpc"`
	Refresh   *refreshRequest   `json:"refresh"`

	frame []byte
}

type receivedPublish struct {
	Channel string           `json:"channel"`
	Data    receivedEnvelope `json:"data"`
}

type receivedRPC struct {
	Method string           `json:"method"`
	Data   receivedEnvelope `json:"data"`
}

type receivedEnvelope struct {
	envelope
	TimeoutMs int64 `json:"timeout_ms"`
	Attempt   int   `json:"attempt"`
	AgeMs     int64 `json:"age_ms"`
	Cancel    bool  `json:"cancel"`
}

// data gives the envelope of a request on either transport.
func (c *received) data() receivedEnvelope {
	if c.RPC != nil {
		return c.RPC.Data
	}
	return c.Publish.Data
}

// isCancel reports whether the message ends a call instead of making one.
func (c *received) isCancel() bool {
	return c.data().Cancel || c.RPC != nil && c.RPC.Method == "system.cancel"
}

// fakeServer speaks Centrifugo's protocol over real WebSockets. Each command goes to a function that a test may
// replace before it connects.
type fakeServer struct {
	*httptest.Server
	connections atomic.Int32
	sessions    chan *fakeSession

	onConnect   func(s *fakeSession, c *received)
	onSubscribe func(s *fakeSession, c *received)
	onPublish   func(s *fakeSession, c *received)
	onRPC       func(s *fakeSession, c *received)
	onRefresh   func(s *fakeSession, c *received)
}

// fakeSession is one connection to the fake server.
type fakeSession struct {
	t      *testing.T
	conn   *websocket.Conn
	number int32
	pongs  chan struct{}
	closed chan websocket.StatusCode
}

func newFakeServer(t *testing.T) *fakeServer {
	t.Helper()
	f := &fakeServer{sessions: make(chan *fakeSession, 1024)}
	f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"client":"c","ping":25,"pong":true}`) }
	f.onSubscribe = func(s *fakeSession, c *received) { s.answer(c, `"subscribe":{}`) }
	f.onCall(func(s *fakeSession, c *received) {
		s.accept(c)
		s.reply(c, `"result":`+string(c.data().Params))
	})
	f.onRefresh = func(s *fakeSession, c *received) { s.answer(c, `"refresh":{}`) }
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { f.accept(t, w, r) }))
	t.Cleanup(f.Close)
	return f
}

// onCall sets what happens to requests on either transport.
func (f *fakeServer) onCall(do func(s *fakeSession, c *received)) {
	f.onPublish, f.onRPC = do, do
}

func (f *fakeServer) address() string { return "ws" + strings.TrimPrefix(f.URL, "http") }

func (f *fakeServer) accept(t *testing.T, w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = conn.CloseNow() }()
	conn.SetReadLimit(1 << 20)
	s := &fakeSession{
		t:      t,
		conn:   conn,
		number: f.connections.Add(1),
		pongs:  make(chan struct{}, 16),
		closed: make(chan websocket.StatusCode, 1),
	}
	f.sessions <- s
	for {
		_, frame, err := conn.Read(context.Background())
		if err != nil {
			s.closed <- websocket.CloseStatus(err)
			return
		}
		for _, line := range strings.Split(string(frame), "\n") {
			f.handle(s, []byte(line))
		}
	}
}

func (f *fakeServer) handle(s *fakeSession, line []byte) {
	if string(line) == "{}" {
		s.pongs <- struct{}{}
		return
	}
	c := &received{frame: line}
	if err := json.Unmarshal(line, c); err != nil {
		s.t.Errorf("the client sent %s: %v", line, err)
		return
	}
	switch {
	case c.Connect != nil:
		f.onConnect(s, c)
	case c.Subscribe != nil:
		f.onSubscribe(s, c)
	case c.Publish != nil:
		f.onPublish(s, c)
	case c.RPC != nil:
		f.onRPC(s, c)
	case c.Refresh != nil:
		f.onRefresh(s, c)
	}
}

func (f *fakeServer) nextSession(t *testing.T) *fakeSession {
	t.Helper()
	return receive(t, f.sessions)
}

// send writes a frame as it stands.
func (s *fakeSession) send(frame string) {
	// A client that has gone is what some tests are about.
	_ = s.conn.Write(context.Background(), websocket.MessageText, []byte(frame))
}

func (s *fakeSession) answer(c *received, body string) {
	s.send(fmt.Sprintf(`{"id":%d,%s}`, c.ID, body))
}

func (s *fakeSession) refuse(c *received, code int, message string) {
	s.answer(c, fmt.Sprintf(`"error":{"code":%d,"message":%q}`, code, message))
}

// reply answers a request: on the reply channel when it was published, otherwise as the answer to the rpc command.
func (s *fakeSession) reply(c *received, body string) {
	data := fmt.Sprintf(`{"correlation_id":%q,%s}`, c.data().CorrelationID, body)
	if c.RPC != nil {
		s.answer(c, `"rpc":{"data":`+data+`}`)
		return
	}
	s.publish(`{"data":` + data + `}`)
}

// accept confirms a published request. The rpc command has no confirmation.
func (s *fakeSession) accept(c *received) {
	if c.Publish != nil {
		s.answer(c, `"publish":{}`)
	}
}

// publish pushes a publication on the reply channel of user u1.
func (s *fakeSession) publish(publication string) {
	s.send(`{"push":{"channel":"user#u1","pub":` + publication + `}}`)
}

func (s *fakeSession) close(code int, reason string) {
	_ = s.conn.Close(websocket.StatusCode(code), reason)
}

// drop breaks the connection without a word.
func (s *fakeSession) drop() { _ = s.conn.CloseNow() }

// tokenOf makes a token whose signature nobody checks.
func tokenOf(user string) string {
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"alg":"HS256"}`)) + "." + encode([]byte(fmt.Sprintf(`{"sub":%q}`, user))) + "." + encode([]byte("secret"))
}

// newTestClient makes a client of user u1 that reconnects quickly.
func newTestClient(t *testing.T, f *fakeServer, options ...Option) *RPCClient {
	t.Helper()
	quick := func(s *settings) {
		s.minReconnectDelay, s.maxReconnectDelay = time.Millisecond, 20*time.Millisecond
		s.timeout = limit
		s.minResendDelay, s.maxResendDelay = time.Millisecond, 5*time.Millisecond
	}
	c := NewRPCClient(f.address(), tokenOf("u1"), "u1", append([]Option{quick}, options...)...)
	t.Cleanup(c.Disconnect)
	return c
}

func connected(t *testing.T, f *fakeServer, options ...Option) (*RPCClient, *fakeSession) {
	t.Helper()
	c := newTestClient(t, f, options...)
	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	return c, f.nextSession(t)
}

func testContext(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	return ctx
}

func receive[T any](t *testing.T, channel <-chan T) T {
	t.Helper()
	select {
	case value := <-channel:
		return value
	case <-time.After(limit):
		t.Fatal("nothing came in time")
		panic("unreachable")
	}
}

// outcome is how a call in the background ended.
type outcome struct {
	result []byte
	err    error
}

func callInBackground(ctx context.Context, c *RPCClient, method string) <-chan outcome {
	ended := make(chan outcome, 1)
	go func() {
		result, err := c.Call(ctx, method, map[string]int{"n": 1})
		ended <- outcome{result, err}
	}()
	return ended
}
