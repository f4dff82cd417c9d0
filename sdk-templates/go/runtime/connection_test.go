package client

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestPubSubCallSurvivesAReconnect(t *testing.T) {
	f := newFakeServer(t)
	asked := make(chan *received, 1)
	f.onPublish = func(s *fakeSession, c *received) {
		s.answer(c, `"publish":{}`)
		asked <- c
	}
	c, first := connected(t, f)
	ended := callInBackground(testContext(t), c, "a.b")
	request := receive(t, asked)

	first.drop()
	second := f.nextSession(t)
	second.reply(request, `"result":"late"`)

	if end := receive(t, ended); end.err != nil || string(end.result) != `"late"` {
		t.Fatalf("got %s, %v", end.result, end.err)
	}
}

func TestPubSubCallWithoutReplyAfterALostConnectionIsAnUnknownOutcome(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) {
		s.answer(c, `"publish":{}`)
		s.drop()
	}
	c, _ := connected(t, f)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()

	_, err := c.Call(ctx, "a.b", nil)

	if !errors.Is(err, ErrOutcomeUnknown) || !strings.Contains(err.Error(), "the connection was lost and no reply came within") {
		t.Fatalf("got %v", err)
	}
}

func TestRPCCallEndsWithItsConnection(t *testing.T) {
	f := newFakeServer(t)
	f.onRPC = func(s *fakeSession, _ *received) { s.drop() }
	c, _ := connected(t, f, WithTransport(RPC), WithoutResend())

	_, err := c.Call(testContext(t), "a.b", nil)

	want := "a.b: 410 outcome_unknown: the connection was lost before the reply came. The server may have run it; repeat it only if that is safe."
	if !errors.Is(err, ErrOutcomeUnknown) || err.Error() != want {
		t.Fatalf("got %v", err)
	}
}

func TestCallMadeWhileReconnectingGoesOut(t *testing.T) {
	f := newFakeServer(t)
	proceed := make(chan struct{})
	answer := f.onConnect
	f.onConnect = func(s *fakeSession, c *received) {
		if s.number > 1 {
			<-proceed
		}
		answer(s, c)
	}
	c, first := connected(t, f, WithTransport(RPC))
	first.drop()
	f.nextSession(t)

	ended := callInBackground(testContext(t), c, "a.b")
	close(proceed)

	if end := receive(t, ended); end.err != nil {
		t.Fatal(end.err)
	}
}

func TestCloseCodesThatReconnect(t *testing.T) {
	for _, code := range []int{1001, 3000, 3001, 3008, 3012, 4000, 4499} {
		f := newFakeServer(t)
		c, first := connected(t, f)

		first.close(code, "reason")
		f.nextSession(t)

		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Errorf("%d: %v", code, err)
		}
	}
}

func TestCloseCodesThatEndTheConnection(t *testing.T) {
	for _, code := range []int{1009, 3500, 3501, 3503, 3508, 4500, 4999} {
		f := newFakeServer(t)
		f.onPublish = func(s *fakeSession, _ *received) { s.close(code, "reason") }
		c, _ := connected(t, f)

		_, err := c.Call(testContext(t), "a.b", nil)
		if !errors.Is(err, ErrOutcomeUnknown) {
			t.Errorf("%d: got %v", code, err)
		}
		_, err = c.Call(testContext(t), "a.b", nil)
		if !errors.Is(err, ErrNotSent) || !strings.Contains(err.Error(), fmt.Sprintf("the server closed the connection: %d reason", code)) {
			t.Errorf("%d: got %v", code, err)
		}
		if n := f.connections.Load(); n != 1 {
			t.Errorf("%d: %d connections", code, n)
		}
	}
}

func TestDisconnectPushCountsAsACloseFrame(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, _ *received) {
		s.send(`{"push":{"disconnect":{"code":3503,"reason":"force disconnect"}}}`)
	}
	c, _ := connected(t, f)

	if _, err := c.Call(testContext(t), "a.b", nil); !errors.Is(err, ErrOutcomeUnknown) {
		t.Fatalf("got %v", err)
	}
}

func TestPingsAreAnsweredOnlyWhenAsked(t *testing.T) {
	for _, wants := range []bool{true, false} {
		f := newFakeServer(t)
		f.onConnect = func(s *fakeSession, c *received) { s.answer(c, fmt.Sprintf(`"connect":{"ping":25,"pong":%v}`, wants)) }
		c, s := connected(t, f)

		s.send("{}")
		// Whatever is written after the ping is answered after the pong.
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}

		if wants {
			receive(t, s.pongs)
		} else if len(s.pongs) > 0 {
			t.Error("a ping was answered that should not be")
		}
	}
}

func TestSilentServerIsLeft(t *testing.T) {
	f := newFakeServer(t)
	f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"ping":1,"pong":true}`) }
	connected(t, f, func(s *settings) { s.maxPingDelay = -990 * time.Millisecond })

	f.nextSession(t)
}

func TestServerThatIsHeardAfterAllKeepsItsSession(t *testing.T) {
	c, server := connected(t, newFakeServer(t))
	s, err := c.current().online(testContext(t))
	if err != nil {
		t.Fatal(err)
	}

	s.bark()
	server.send("{}")
	receive(t, server.pongs)
	s.bark()

	if s.hasEnded() {
		t.Fatal("the session was ended")
	}
}

func TestRecoveryGoesOnWhereItWasLeft(t *testing.T) {
	f := newFakeServer(t)
	subscriptions := make(chan subscribeRequest, 4)
	asked := make(chan *received, 1)
	f.onPublish = func(s *fakeSession, c *received) {
		s.answer(c, `"publish":{}`)
		asked <- c
	}
	f.onSubscribe = func(s *fakeSession, c *received) {
		subscriptions <- *c.Subscribe
		switch s.number {
		case 1:
			s.answer(c, `"subscribe":{"recoverable":true,"positioned":true,"epoch":"E1","offset":4}`)
			s.send(`{"push":{"channel":"rpcreply:user#u1","pub":{"data":{"correlation_id":"x","result":1},"offset":5}}}`)
		case 2:
			request := receive(s.t, asked)
			s.answer(c, fmt.Sprintf(`"subscribe":{"recoverable":true,"epoch":"E1","offset":6,"was_recovering":true,"recovered":true,`+
				`"publications":[{"data":{"correlation_id":%q,"result":"kept"},"offset":6}]}`, request.Publish.Data.CorrelationID))
		case 3:
			s.answer(c, `"subscribe":{"recoverable":true,"epoch":"E2","offset":1,"was_recovering":true}`)
		default:
			s.answer(c, `"subscribe":{"recoverable":true,"epoch":"E2","offset":1,"was_recovering":true,"recovered":true}`)
		}
	}
	c, first := connected(t, f, WithLayout(Namespaced))
	ended := callInBackground(testContext(t), c, "a.b")
	asked <- receive(t, asked)

	current := first
	for i, want := range []subscribeRequest{
		{Channel: "rpcreply:user#u1"},
		{Channel: "rpcreply:user#u1", Recover: true, Epoch: "E1", Offset: 5},
		{Channel: "rpcreply:user#u1", Recover: true, Epoch: "E1", Offset: 6},
		{Channel: "rpcreply:user#u1", Recover: true, Epoch: "E2", Offset: 1},
	} {
		if i > 0 {
			current.drop()
			current = f.nextSession(t)
		}
		if got := receive(t, subscriptions); got != want {
			t.Errorf("%d: got %+v, want %+v", i, got, want)
		}
		if _, err := c.current().online(testContext(t)); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			if end := receive(t, ended); string(end.result) != `"kept"` {
				t.Errorf("got %s, %v", end.result, end.err)
			}
		}
	}
}

func TestInvalidatedStateForgetsThePosition(t *testing.T) {
	f := newFakeServer(t)
	subscriptions := make(chan subscribeRequest, 2)
	f.onSubscribe = func(s *fakeSession, c *received) {
		subscriptions <- *c.Subscribe
		s.answer(c, `"subscribe":{"recoverable":true,"epoch":"E1","offset":4}`)
	}
	_, s := connected(t, f)
	receive(t, subscriptions)

	s.close(3014, "state invalidated")

	if got := receive(t, subscriptions); got.Recover {
		t.Fatalf("got %+v", got)
	}
}

func TestServerSideSubscription(t *testing.T) {
	t.Run("named in the connect result", func(t *testing.T) {
		f := newFakeServer(t)
		connects := make(chan connectRequest, 2)
		f.onConnect = func(s *fakeSession, c *received) {
			connects <- *c.Connect
			s.answer(c, `"connect":{"subs":{"user#u1":{"recoverable":true,"epoch":"E","offset":3}}}`)
		}
		f.onSubscribe = func(s *fakeSession, c *received) { t.Error("the client subscribed nevertheless") }
		c, s := connected(t, f)
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}

		s.drop()

		if first := receive(t, connects); first.Subs != nil {
			t.Errorf("the first connect has %v", first.Subs)
		}
		want := subscribeRequest{Recover: true, Epoch: "E", Offset: 3}
		if second := receive(t, connects); second.Subs["user#u1"] != want {
			t.Errorf("the second connect has %+v", second.Subs)
		}
	})
	t.Run("told by error 105", func(t *testing.T) {
		f := newFakeServer(t)
		f.onSubscribe = func(s *fakeSession, c *received) { s.refuse(c, 105, "already subscribed") }
		c, _ := connected(t, f)
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}
	})
}

func TestUnsubscribePush(t *testing.T) {
	t.Run("to subscribe again", func(t *testing.T) {
		f := newFakeServer(t)
		subscribed := make(chan struct{}, 2)
		f.onSubscribe = func(s *fakeSession, c *received) {
			s.answer(c, `"subscribe":{"recoverable":true,"epoch":"E","offset":4,"recovered":true}`)
			subscribed <- struct{}{}
		}
		c, s := connected(t, f)
		receive(t, subscribed)

		s.send(`{"push":{"channel":"user#u1","unsubscribe":{"code":2500,"reason":"insufficient state"}}}`)

		receive(t, subscribed)
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}
		if n := f.connections.Load(); n != 1 {
			t.Errorf("%d connections", n)
		}
	})
	t.Run("for good", func(t *testing.T) {
		f := newFakeServer(t)
		f.onPublish = func(s *fakeSession, _ *received) {
			s.send(`{"push":{"channel":"user#u1","unsubscribe":{"code":2000,"reason":"server unsubscribe"}}}`)
		}
		c, _ := connected(t, f)

		if _, err := c.Call(testContext(t), "a.b", nil); !errors.Is(err, ErrOutcomeUnknown) {
			t.Fatalf("got %v", err)
		}
		_, err := c.Call(testContext(t), "a.b", nil)
		if !errors.Is(err, ErrNotSent) || !strings.Contains(err.Error(), "the server ended the subscription to the reply channel: 2000 server unsubscribe") {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("of another channel", func(t *testing.T) {
		c, s := connected(t, newFakeServer(t))
		s.send(`{"push":{"channel":"news","unsubscribe":{"code":2000}}}`)
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTokenIsRefreshedBeforeItEnds(t *testing.T) {
	f := newFakeServer(t)
	refreshed := make(chan string, 4)
	f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"expires":true,"ttl":1}`) }
	f.onRefresh = func(s *fakeSession, c *received) {
		refreshed <- c.Refresh.Token
		s.answer(c, `"refresh":{"expires":true,"ttl":1}`)
	}
	var failures atomic.Int32
	provider := func(context.Context) (string, error) {
		if failures.Add(1) == 1 {
			return "", errors.New("try later")
		}
		return tokenOf("u1"), nil
	}
	_, s := connected(t, f, WithTokenProvider(provider))
	started := time.Now()

	for range 2 {
		if token := receive(t, refreshed); token != tokenOf("u1") {
			t.Errorf("got %q", token)
		}
	}

	if took := time.Since(started); took < 1500*time.Millisecond {
		t.Errorf("refreshed twice within %v", took)
	}
	if s.number != 1 {
		t.Error("it reconnected")
	}
}

func TestRefreshDelay(t *testing.T) {
	for ttl, want := range map[uint32]time.Duration{0: 800 * time.Millisecond, 10: 8 * time.Second, 3600: 3590 * time.Second} {
		if got := refreshDelay(ttl); got != want {
			t.Errorf("%d: got %v", ttl, got)
		}
	}
}

func TestExpiredTokenIsReplaced(t *testing.T) {
	f := newFakeServer(t)
	f.onConnect = func(s *fakeSession, c *received) {
		if s.number == 1 {
			s.refuse(c, 109, "token expired")
			return
		}
		s.answer(c, `"connect":{}`)
	}
	asked := 0
	connected(t, f, WithTokenProvider(func(context.Context) (string, error) {
		asked++
		return tokenOf("u1"), nil
	}))

	if asked != 1 {
		t.Fatalf("the provider was asked %d times", asked)
	}
}

func TestFirstTokenMayComeFromTheProvider(t *testing.T) {
	f := newFakeServer(t)
	c := NewRPCClient(f.address(), "", "u1", WithTokenProvider(func(context.Context) (string, error) { return tokenOf("u1"), nil }))
	t.Cleanup(c.Disconnect)

	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
}

func TestProviderThatStopsTheClient(t *testing.T) {
	f := newFakeServer(t)
	f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"expires":true,"ttl":1}`) }
	asked := make(chan struct{})
	c, _ := connected(t, f, WithTokenProvider(func(context.Context) (string, error) {
		close(asked)
		return "", &ConnectError{Kind: ConnectUnauthorized, Message: "logged out"}
	}))
	receive(t, asked)

	receive(t, c.current().over)

	if _, err := c.Call(testContext(t), "a.b", nil); !errors.Is(err, ErrNotSent) || !strings.Contains(err.Error(), "logged out") {
		t.Fatalf("got %v", err)
	}
}

func TestProviderThatIgnoresItsContextHoldsNothingUp(t *testing.T) {
	f := newFakeServer(t)
	asked, release := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(release) })
	c := NewRPCClient(f.address(), "", "u1", WithTokenProvider(func(context.Context) (string, error) {
		close(asked)
		<-release
		return "", errors.New("too late")
	}))
	connecting := make(chan error, 1)
	go func() { connecting <- c.Connect(testContext(t)) }()
	receive(t, asked)

	c.Disconnect()

	if err := receive(t, connecting); err == nil {
		t.Fatal("it connected")
	}
}

func TestMalformedFrameReconnects(t *testing.T) {
	for _, frame := range []string{"not json", `{"id":"x"}`, `[]`, `{"push":7}`, `{"id":1}}`, `{"push":{"channel":"user#u1","pub":{"offset":-1}}}`} {
		f := newFakeServer(t)
		c, s := connected(t, f)

		s.send(frame)

		f.nextSession(t)
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Errorf("%s: %v", frame, err)
		}
	}
}

func TestUnknownMessagesAreIgnored(t *testing.T) {
	c, s := connected(t, newFakeServer(t))

	s.send(`{"push":{"channel":"user#u1","join":{"info":{}}}}` + "\n\n" + `{"push":{"later":1}}` + "\n" + `{"id":4711,"history":{}}` + "\n")

	if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
		t.Fatal(err)
	}
}

func TestLargeFramesAreRead(t *testing.T) {
	f := newFakeServer(t)
	text := strings.Repeat("x", 3<<20)
	f.onPublish = func(s *fakeSession, c *received) { s.reply(c, `"result":"`+text+`"`) }
	c, _ := connected(t, f)

	result, err := c.Call(testContext(t), "a.b", nil)

	if err != nil || len(result) != len(text)+2 {
		t.Fatalf("got %d bytes, %v", len(result), err)
	}
}

func TestBackoffHasFullJitterBetweenItsBounds(t *testing.T) {
	c := &connection{settings: newSettings("", "", nil)}
	for failures := range 100 {
		delay := c.backoff(failures)
		ceiling := min(20*time.Second, 200*time.Millisecond+200*time.Millisecond<<min(failures, 10))
		if delay < 200*time.Millisecond || delay > ceiling {
			t.Errorf("%d failures: %v", failures, delay)
		}
	}
}
