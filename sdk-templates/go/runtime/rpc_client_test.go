package client

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"centrifugo-rpc/client/internal/codec"
)

func TestCallGivesTheResult(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		t.Run(string(transport), func(t *testing.T) {
			c, _ := connected(t, newFakeServer(t), WithTransport(transport))

			result, err := c.Call(testContext(t), "tasks.get", map[string]string{"id": "<7>"})

			if err != nil || string(result) != `{"id":"<7>"}` {
				t.Fatalf("got %s, %v", result, err)
			}
		})
	}
}

func TestRequestsAreWrittenAsTheWireRulesSay(t *testing.T) {
	tests := []struct {
		name   string
		option Option
		want   string
	}{
		{"pubsub", WithTransport(PubSub), `{"id":3,"publish":{"channel":"rpc.requests","data":{"correlation_id":"ID","method":"a.b",` +
			`"params":{},"reply_to":"user#u1","timeout_ms":MS}}}`},
		{"namespaced", WithLayout(Namespaced), `{"id":3,"publish":{"channel":"rpc:requests","data":{"correlation_id":"ID","method":"a.b",` +
			`"params":{},"reply_to":"rpcreply:user#u1","timeout_ms":MS}}}`},
		{"rpc", WithTransport(RPC), `{"id":2,"rpc":{"method":"a.b","data":{"$rpc":1,"correlation_id":"ID","params":{},"timeout_ms":MS}}}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeServer(t)
			frames := make(chan string, 1)
			hold := func(_ *fakeSession, c *received) {
				if c.isCancel() {
					return // The test has ended, and with it the call.
				}
				data := c.data()
				frame := strings.Replace(string(c.frame), data.CorrelationID, "ID", 1)
				frames <- strings.Replace(frame, fmt.Sprint(data.TimeoutMs), "MS", 1)
				if data.TimeoutMs < 1 || data.TimeoutMs > limit.Milliseconds() {
					t.Errorf("timeout_ms is %d", data.TimeoutMs)
				}
				if len(data.CorrelationID) != 36 || data.CorrelationID[14] != '4' {
					t.Errorf("%q is no UUID of version 4", data.CorrelationID)
				}
			}
			f.onPublish, f.onRPC = hold, hold
			c, _ := connected(t, f, test.option)

			callInBackground := func() { _, _ = c.Call(testContext(t), "a.b", nil) }
			go callInBackground()

			if got := receive(t, frames); got != test.want {
				t.Fatalf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestConnectNamesTheClientAndItsVersion(t *testing.T) {
	f := newFakeServer(t)
	f.onConnect = func(s *fakeSession, c *received) {
		if c.Connect.Name != "centrifugo-rpc" || c.Connect.Version != "1.2.3" || c.Connect.Token != tokenOf("u1") {
			t.Errorf("got %+v", c.Connect)
		}
		s.answer(c, `"connect":{}`)
	}
	c, _ := connected(t, f, func(s *settings) { s.layout, s.version = Namespaced, "1.2.3" })
	if channel := c.settings.replyChannel(); channel != "rpcreply:user#u1" {
		t.Errorf("replies come on %q", channel)
	}
}

func TestReplyMayOvertakeTheConfirmation(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) {
		s.send(fmt.Sprintf(`{"push":{"channel":"user#u1","pub":{"data":{"correlation_id":%q,"result":5}}}}`+"\n"+`{"id":%d,"publish":{}}`,
			c.Publish.Data.CorrelationID, c.ID))
	}
	c, _ := connected(t, f)

	result, err := c.Call(testContext(t), "a.b", nil)

	if err != nil || string(result) != "5" {
		t.Fatalf("got %s, %v", result, err)
	}
}

func TestParallelCallsGetTheirOwnResults(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		t.Run(string(transport), func(t *testing.T) {
			c, _ := connected(t, newFakeServer(t), WithTransport(transport))
			var group sync.WaitGroup
			for i := range 200 {
				group.Add(1)
				go func() {
					defer group.Done()
					result, err := typed(testContext(t), c, "a.b", i, codec.Value(codec.Int[int32]))
					if err != nil || result != int32(i) {
						t.Errorf("%d: got %d, %v", i, result, err)
					}
				}()
			}
			group.Wait()
		})
	}
}

func TestErrorOfTheServer(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) {
		s.reply(c, `"error":{"code":422,"name":"invalid_params","message":"no","details":[{"path":"$.id"}]}`)
	}
	c, _ := connected(t, f)

	_, err := c.Call(testContext(t), "tasks.get", nil)

	failed, isRPC := err.(*RPCError)
	if !isRPC || failed.Code != 422 || failed.Name != "invalid_params" || failed.Message != "no" || string(failed.Details) != `[{"path":"$.id"}]` {
		t.Fatalf("got %#v", err)
	}
	if err.Error() != "tasks.get: 422 invalid_params: no" {
		t.Fatalf("got %q", err)
	}
	var found *RPCError
	if !errors.As(fmt.Errorf("wrapped: %w", err), &found) {
		t.Fatal("errors.As does not find it")
	}
}

func TestServersCodesThatMeanTheSameAsTheClientsOwn(t *testing.T) {
	for code, want := range map[int]error{408: context.DeadlineExceeded, 410: ErrOutcomeUnknown} {
		f := newFakeServer(t)
		f.onPublish = func(s *fakeSession, c *received) {
			s.reply(c, fmt.Sprintf(`"error":{"code":%d,"name":"n","message":"m"}`, code))
		}
		c, _ := connected(t, f)

		_, err := c.Call(testContext(t), "a.b", nil)

		if !errors.Is(err, want) {
			t.Errorf("%d: got %v", code, err)
		}
	}
}

func TestRefusalsByCentrifugo(t *testing.T) {
	tests := []struct {
		code     int
		wantCode int
		wantName string
		wantText string
		wantIs   error
	}{
		{100, 410, "outcome_unknown", "Centrifugo got no proper answer from the server", ErrOutcomeUnknown},
		{102, 102, "misconfigured", "channel.namespaces", nil},
		{103, 403, "permission_denied", "refused", nil},
		{104, 104, "misconfigured", "rpc.without_namespace.proxy_enabled", nil},
		{107, 107, "misconfigured", "publication_data_format", nil},
		{108, 108, "misconfigured", "publish_proxy_enabled", nil},
		{109, 401, "unauthenticated", "refused", nil},
		{111, 429, "overloaded", "refused", nil},
		{404, 404, "method_not_found", "refused", nil},
		{408, 408, "deadline_exceeded", "refused", context.DeadlineExceeded},
		{422, 422, "invalid_params", "refused", nil},
		{1234, 1234, "error", "refused", nil},
	}
	for _, transport := range []Transport{PubSub, RPC} {
		for _, test := range tests {
			t.Run(fmt.Sprintf("%s/%d", transport, test.code), func(t *testing.T) {
				f := newFakeServer(t)
				refuse := func(s *fakeSession, c *received) { s.refuse(c, test.code, "refused") }
				f.onPublish, f.onRPC = refuse, refuse
				c, _ := connected(t, f, WithTransport(transport), WithoutResend())

				_, err := c.Call(testContext(t), "a.b", nil)

				var failed *RPCError
				if !errors.As(err, &failed) || failed.Code != test.wantCode || failed.Name != test.wantName || !strings.Contains(failed.Message, test.wantText) {
					t.Fatalf("got %v", err)
				}
				if test.wantIs != nil && !errors.Is(err, test.wantIs) {
					t.Fatalf("%v is not %v", err, test.wantIs)
				}
			})
		}
	}
}

func TestRepliesThatFitNoContract(t *testing.T) {
	tests := map[string]string{
		`"nothing":1`:             "a.b: 500 invalid_result: the reply does not fit the contract: it has neither a result nor an error. Generate the client again from the server's contract.",
		`"error":"oops"`:          "a.b: 500 invalid_result: the reply does not fit the contract: its error has no code. Generate the client again from the server's contract.",
		`"error":{"message":"m"}`: "a.b: 500 invalid_result: the reply does not fit the contract: its error has no code. Generate the client again from the server's contract.",
		`"result":null`:           "a.b: 500 invalid_result: the reply does not fit the contract: $ must be a whole number from -2147483648 to 2147483647, found null. Generate the client again from the server's contract.",
		`"result":"x"`:            "a.b: 500 invalid_result: the reply does not fit the contract: $ must be a whole number from -2147483648 to 2147483647, found \"x\". Generate the client again from the server's contract.",
	}
	for reply, want := range tests {
		f := newFakeServer(t)
		f.onPublish = func(s *fakeSession, c *received) { s.reply(c, reply) }
		c, _ := connected(t, f)

		_, err := typed(testContext(t), c, "a.b", nil, codec.Value(codec.Int[int32]))

		if err == nil || err.Error() != want || !errors.Is(err, ErrInvalidResult) {
			t.Errorf("%s: got %v", reply, err)
		}
	}
}

func TestRPCAnswerThatIsNoReply(t *testing.T) {
	for _, answer := range []string{`"rpc":{}`, `"rpc":{"data":[1]}`, `"rpc":{"data":"x"}`, `"publish":{}`} {
		f := newFakeServer(t)
		f.onRPC = func(s *fakeSession, c *received) { s.answer(c, answer) }
		c, _ := connected(t, f, WithTransport(RPC))

		_, err := c.Call(testContext(t), "a.b", nil)

		if !errors.Is(err, ErrInvalidResult) {
			t.Errorf("%s: got %v", answer, err)
		}
	}
}

func TestParamsThatCannotBeWritten(t *testing.T) {
	c, _ := connected(t, newFakeServer(t))

	_, err := c.Call(testContext(t), "a.b", func() {})

	want := "a.b: 422 invalid_params: the params cannot be written as JSON: json: unsupported type: func(). Nothing was sent."
	if err == nil || err.Error() != want {
		t.Fatalf("got %v", err)
	}
}

func TestTooLargeRequestIsNotSent(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		c, _ := connected(t, newFakeServer(t), WithTransport(transport), WithMaxFrameBytes(500))

		_, err := c.Call(testContext(t), "a.b", strings.Repeat("ä", 300))

		if !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "the limit is 500") || !strings.Contains(err.Error(), "websocket.message_size_limit") {
			t.Errorf("got %v", err)
		}
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Errorf("the connection did not survive: %v", err)
		}
	}
}

func TestFrameOfExactlyTheLimitIsSent(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		f := newFakeServer(t)
		c, _ := connected(t, f, WithTransport(transport))
		measured, err := newRequest(c.settings, strings.Repeat("i", 36), "a.b", []byte(`"x"`))
		if err != nil {
			t.Fatal(err)
		}
		// Until an hour has passed, timeout_ms has as many digits.
		deadline := time.Now().Add(2 * time.Hour)
		ctx, cancel := context.WithDeadline(context.Background(), deadline)
		defer cancel()

		exact, _ := connected(t, f, WithTransport(transport), WithMaxFrameBytes(measured.largestFrameBytes(true, deadline)))
		if _, err := exact.Call(ctx, "a.b", "x"); err != nil {
			t.Errorf("a frame of the limit was refused: %v", err)
		}
		if _, err := exact.Call(ctx, "a.b", "xx"); !errors.Is(err, ErrTooLarge) {
			t.Errorf("a frame over the limit was sent: %v", err)
		}
	}
}

func TestTimeout(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) { s.answer(c, `"publish":{}`) }
	f.onRPC = func(*fakeSession, *received) {}
	for _, transport := range []Transport{PubSub, RPC} {
		c, _ := connected(t, f, WithTransport(transport), WithTimeout(50*time.Millisecond))

		_, err := c.Call(context.Background(), "a.b", nil)

		var failed *RPCError
		if !errors.Is(err, context.DeadlineExceeded) || !errors.As(err, &failed) || failed.Code != 408 || failed.Name != "deadline_exceeded" {
			t.Errorf("%s: got %v", transport, err)
		}
	}
}

func TestTimeoutWithoutConfirmationIsAnUnknownOutcome(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(*fakeSession, *received) {}
	c, _ := connected(t, f)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()

	_, err := c.Call(ctx, "a.b", nil)

	if !errors.Is(err, ErrOutcomeUnknown) || !strings.Contains(err.Error(), "the server did not confirm the request within") {
		t.Fatalf("got %v", err)
	}
}

func TestCancelByTheCaller(t *testing.T) {
	f := newFakeServer(t)
	arrived := make(chan struct{}, 1)
	hold := func(*fakeSession, *received) { arrived <- struct{}{} }
	f.onPublish, f.onRPC = hold, hold
	for _, transport := range []Transport{PubSub, RPC} {
		c, _ := connected(t, f, WithTransport(transport))
		ctx, cancel := context.WithCancel(testContext(t))
		ended := callInBackground(ctx, c, "a.b")
		receive(t, arrived)

		cancel()

		end := receive(t, ended)
		if !errors.Is(end.err, context.Canceled) || end.err.Error() != "a.b: 499 cancelled: the caller gave up" {
			t.Errorf("%s: got %v", transport, end.err)
		}
		if waiting := len(c.current().replies.waiting); waiting != 0 {
			t.Errorf("%d calls are still registered", waiting)
		}
	}
}

func TestCallWithoutConnection(t *testing.T) {
	f := newFakeServer(t)
	c := newTestClient(t, f)

	_, err := c.Call(testContext(t), "a.b", nil)
	if !errors.Is(err, ErrNotSent) || err.Error() != "a.b: 503 not_sent: the client was never connected; call Connect first" {
		t.Fatalf("got %v", err)
	}

	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	c.Disconnect()
	_, err = c.Call(testContext(t), "a.b", nil)
	if !errors.Is(err, ErrNotSent) || err.Error() != "a.b: 503 not_sent: the connection has ended (the client was disconnected); call Connect again" {
		t.Fatalf("got %v", err)
	}
}

func TestDisconnectEndsCalls(t *testing.T) {
	f := newFakeServer(t)
	arrived := make(chan struct{}, 1)
	hold := func(*fakeSession, *received) { arrived <- struct{}{} }
	f.onPublish, f.onRPC = hold, hold
	for _, transport := range []Transport{PubSub, RPC} {
		c, s := connected(t, f, WithTransport(transport))
		ended := callInBackground(testContext(t), c, "a.b")
		receive(t, arrived)

		c.Disconnect()
		c.Disconnect()

		if end := receive(t, ended); !errors.Is(end.err, ErrOutcomeUnknown) {
			t.Errorf("%s: got %v", transport, end.err)
		}
		if code := receive(t, s.closed); code != 1000 {
			t.Errorf("the server saw close code %d", code)
		}
	}
}

func TestConnectAgainAfterDisconnect(t *testing.T) {
	c, _ := connected(t, newFakeServer(t))
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}

	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
		t.Fatal(err)
	}
}

func TestConnectTwiceOpensOneConnection(t *testing.T) {
	f := newFakeServer(t)
	c := newTestClient(t, f)
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			if err := c.Connect(testContext(t)); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()

	if n := f.connections.Load(); n != 1 {
		t.Fatalf("%d connections", n)
	}
}

func TestCallMadeWhileConnectingWaits(t *testing.T) {
	f := newFakeServer(t)
	reached, proceed := make(chan struct{}), make(chan struct{})
	f.onSubscribe = func(s *fakeSession, c *received) {
		close(reached)
		<-proceed
		s.answer(c, `"subscribe":{}`)
	}
	c := newTestClient(t, f)
	connecting := make(chan error, 1)
	go func() { connecting <- c.Connect(testContext(t)) }()
	receive(t, reached)

	ended := callInBackground(testContext(t), c, "a.b")
	short, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := c.Call(short, "a.b", nil)
	close(proceed)

	if !errors.Is(err, ErrNotSent) || !strings.Contains(err.Error(), "there was no connection within") {
		t.Fatalf("got %v", err)
	}
	if err := receive(t, connecting); err != nil {
		t.Fatal(err)
	}
	if end := receive(t, ended); end.err != nil {
		t.Fatal(end.err)
	}
}

func TestDisconnectEndsConnect(t *testing.T) {
	f := newFakeServer(t)
	reached := make(chan struct{})
	f.onConnect = func(*fakeSession, *received) { close(reached) }
	c := newTestClient(t, f)
	connecting := make(chan error, 1)
	go func() { connecting <- c.Connect(testContext(t)) }()
	receive(t, reached)

	c.Disconnect()

	if err := receive(t, connecting); err == nil || err.Error() != "cannot connect (unreachable): the client was disconnected while connecting" {
		t.Fatalf("got %v", err)
	}
}

func TestForgedReplyIsDroppedAndCounted(t *testing.T) {
	f := newFakeServer(t)
	f.onPublish = func(s *fakeSession, c *received) {
		s.publish(fmt.Sprintf(`{"data":{"correlation_id":%q,"result":"forged"},"info":{"user":"u2","client":"c2"}}`, c.Publish.Data.CorrelationID))
		s.publish(`{"data":{"correlation_id":"of another tab","result":1}}`)
		s.reply(c, `"result":"genuine"`)
	}
	c, _ := connected(t, f)

	result, err := c.Call(testContext(t), "a.b", nil)

	if err != nil || string(result) != `"genuine"` || c.DroppedReplies() != 1 {
		t.Fatalf("got %s, %v, %d dropped", result, err, c.DroppedReplies())
	}
}

func TestPublicationsGoToTheHookInOrder(t *testing.T) {
	var c *RPCClient
	got := make(chan string, 8)
	hook := func(p Publication) {
		// A hook may call: it does not run where the socket is read.
		if _, err := c.Call(context.Background(), "a.b", nil); err != nil {
			t.Error(err)
		}
		got <- p.Channel + string(p.Data)
	}
	f := newFakeServer(t)
	c = newTestClient(t, f, WithOnPublication(hook))
	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	s := f.nextSession(t)

	s.publish(`{"data":{"event":1}}`)
	s.publish(`{"data":[2]}`)
	s.publish(`{"data":{"correlation_id":3}}`)
	s.send(`{"push":{"channel":"news","pub":{"data":4}}}`)
	s.publish(`{"data":"5"}`)

	for _, want := range []string{`user#u1{"event":1}`, `user#u1[2]`, `user#u1{"correlation_id":3}`, `user#u1"5"`} {
		if p := receive(t, got); p != want {
			t.Fatalf("got %s, want %s", p, want)
		}
	}
}

func TestHookMayDisconnect(t *testing.T) {
	var c *RPCClient
	done := make(chan struct{})
	f := newFakeServer(t)
	c = newTestClient(t, f, WithOnPublication(func(Publication) {
		c.Disconnect()
		close(done)
	}))
	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}

	f.nextSession(t).publish(`{"data":1}`)

	receive(t, done)
}

func TestWrongOptionsAreReportedTogether(t *testing.T) {
	c := NewRPCClient("ws://localhost", tokenOf("u1"), "u1",
		WithTransport("pigeon"), WithLayout("round"), WithTimeout(0), WithMaxFrameBytes(-1), nil)

	err := c.Connect(testContext(t))

	want := `WithTransport: "pigeon" is no transport; use PubSub or RPC
WithLayout: "round" is no layout; use Plain or Namespaced
WithTimeout: 0s is no time limit; use more than zero
WithMaxFrameBytes: -1 is no size; use more than zero`
	if err == nil || err.Error() != want {
		t.Fatalf("got %v", err)
	}
}
