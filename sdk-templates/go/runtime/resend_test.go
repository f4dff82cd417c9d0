package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func onBothTransports(t *testing.T, test func(t *testing.T, transport Transport)) {
	for _, transport := range []Transport{PubSub, RPC} {
		t.Run(string(transport), func(t *testing.T) { test(t, transport) })
	}
}

// asking makes the fake server hand out the requests that it gets, and answer none.
func asking(f *fakeServer) <-chan asked {
	requests := make(chan asked, 64)
	f.onCall(func(s *fakeSession, c *received) { requests <- asked{s, c} })
	return requests
}

type asked struct {
	session *fakeSession
	*received
}

func (a asked) reply(body string) { a.session.reply(a.received, body) }

func (o outcome) mustBe(t *testing.T, result string) {
	t.Helper()
	if o.err != nil || string(o.result) != result {
		t.Fatalf("got %s, %v", o.result, o.err)
	}
}

func (o outcome) mustFail(t *testing.T, kind error, text string) {
	t.Helper()
	if !errors.Is(o.err, kind) || !strings.Contains(o.err.Error(), text) {
		t.Fatalf("got %s, %v", o.result, o.err)
	}
}

func TestLostRequestIsSentAgainAsItWas(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		c, _ := connected(t, f, WithTransport(transport))
		ended := callInBackground(testContext(t), c, "a.b")
		first := receive(t, requests)

		first.session.accept(first.received)
		first.session.drop()

		second := receive(t, requests)
		second.session.drop()
		third := receive(t, requests)
		third.reply(`"result":"done"`)
		receive(t, ended).mustBe(t, `"done"`)
		for number, again := range []asked{second, third} {
			data := again.data()
			if data.CorrelationID != first.data().CorrelationID || !bytes.Equal(data.Params, first.data().Params) || data.Method != first.data().Method {
				t.Errorf("sent again as %s after %s", again.frame, first.frame)
			}
			if data.Attempt != number+2 || data.AgeMs < 0 || data.AgeMs > limit.Milliseconds() {
				t.Errorf("attempt %d of age %d", data.Attempt, data.AgeMs)
			}
			if data.TimeoutMs > first.data().TimeoutMs {
				t.Errorf("%d ms are left after %d", data.TimeoutMs, first.data().TimeoutMs)
			}
		}
		if strings.Contains(string(first.frame), "attempt") || strings.Contains(string(first.frame), "age_ms") {
			t.Errorf("the first sending says %s", first.frame)
		}
	})
}

func TestRequestInTheSocketWhenTheNetworkIsCutIsSentAgain(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		r := newRelay(t, f)
		requests := asking(f)
		c := newTestClient(t, f, WithTransport(transport))
		c.settings.url = r.address()
		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		r.freeze()
		ended := callInBackground(testContext(t), c, "a.b")
		receive(t, r.held)

		r.cut()
		r.heal()

		only := receive(t, requests)
		only.reply(`"result":1`)
		receive(t, ended).mustBe(t, "1")
		if only.data().Attempt != 2 {
			t.Errorf("the server saw attempt %d", only.data().Attempt)
		}
	})
}

func TestHalfOpenConnectionIsFoundAndTheRequestSentAgain(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"connect":{"ping":1,"pong":true}`) }
		r := newRelay(t, f)
		requests := asking(f)
		c := newTestClient(t, f, WithTransport(transport), func(s *settings) { s.maxPingDelay = -900 * time.Millisecond })
		c.settings.url = r.address()
		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		receive(t, r.accepts)
		r.freeze()
		ended := callInBackground(testContext(t), c, "a.b")

		// The client dials anew, into the frozen relay.
		receive(t, r.accepts)
		r.heal()
		r.cut()

		receive(t, requests).reply(`"result":1`)
		receive(t, ended).mustBe(t, "1")
	})
}

func TestCallIntoAHalfOpenConnectionEndsAtItsDeadline(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		r := newRelay(t, f)
		c := newTestClient(t, f, WithTransport(transport))
		c.settings.url = r.address()
		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		r.freeze()
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		defer cancel()
		started := time.Now()

		_, err := c.Call(ctx, "a.b", nil)

		if err == nil || time.Since(started) > limit/2 {
			t.Fatalf("got %v after %v", err, time.Since(started))
		}
		if !errors.Is(err, ErrOutcomeUnknown) && !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestRecoveredReplyMakesSendingAgainNeedless(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	recovered := make(chan string, 1)
	f.onSubscribe = func(s *fakeSession, c *received) {
		if s.number == 1 {
			s.answer(c, `"subscribe":{"recoverable":true,"epoch":"E","offset":4}`)
			return
		}
		s.answer(c, fmt.Sprintf(`"subscribe":{"recoverable":true,"epoch":"E","offset":5,"was_recovering":true,"recovered":true,`+
			`"publications":[{"data":{"correlation_id":%q,"result":"kept"},"offset":5}]}`, receive(t, recovered)))
	}
	c, _ := connected(t, f, WithLayout(Namespaced))
	ended := callInBackground(testContext(t), c, "a.b")
	first := receive(t, requests)

	recovered <- first.data().CorrelationID
	first.session.drop()

	receive(t, ended).mustBe(t, `"kept"`)
	if _, err := c.current().online(testContext(t)); err != nil || len(requests) > 0 {
		t.Fatalf("%d requests were sent again, %v", len(requests), err)
	}
}

func TestRequestIsSentAgainWhenCentrifugoGetsNoAnswer(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		c, _ := connected(t, f, WithTransport(transport))
		ended := callInBackground(testContext(t), c, "a.b")

		for attempt := range 5 {
			request := receive(t, requests)
			if got := max(1, request.data().Attempt); got != attempt+1 {
				t.Errorf("attempt %d is called %d", attempt+1, got)
			}
			request.session.refuse(request.received, 100, "internal server error")
		}
		receive(t, requests).reply(`"result":1`)

		receive(t, ended).mustBe(t, "1")
		if n := f.connections.Load(); n != 1 {
			t.Errorf("%d connections", n)
		}
	})
}

func TestNoAnswerUntilTheDeadlineIsAnUnknownOutcome(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		f.onCall(func(s *fakeSession, c *received) { s.refuse(c, 100, "internal server error") })
		c, _ := connected(t, f, WithTransport(transport))
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		defer cancel()

		receive(t, callInBackground(ctx, c, "a.b")).mustFail(t, ErrOutcomeUnknown,
			"Centrifugo got no proper answer from the server (internal server error) and no reply came within")
	})
}

func TestNoAnswerAfterASecondNamesTheSettingThatMayBeTooShort(t *testing.T) {
	for transport, setting := range map[Transport]string{PubSub: "channel.proxy.publish.timeout", RPC: "rpc.proxy.timeout"} {
		f := newFakeServer(t)
		f.onCall(func(s *fakeSession, c *received) {
			time.AfterFunc(nearProxyLimit, func() { s.refuse(c, 100, "internal server error") })
		})
		c, _ := connected(t, f, WithTransport(transport), WithoutResend())

		receive(t, callInBackground(testContext(t), c, "a.b")).mustFail(t, ErrOutcomeUnknown, ": its setting "+setting+" may be too short.")
	}
}

func TestRequestWithoutConfirmationIsSentAgain(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, _ := connected(t, f, func(s *settings) { s.ackTimeout = time.Millisecond })
	ended := callInBackground(testContext(t), c, "a.b")
	receive(t, requests)

	second := receive(t, requests)

	if second.data().Attempt != 2 {
		t.Errorf("attempt %d", second.data().Attempt)
	}
	second.reply(`"result":1`)
	receive(t, ended).mustBe(t, "1")
}

func TestConfirmedRequestIsNotSentAgain(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, _ := connected(t, f, func(s *settings) { s.ackTimeout = 500 * time.Millisecond })
	ctx, cancel := context.WithTimeout(context.Background(), 800*time.Millisecond)
	defer cancel()
	ended := callInBackground(ctx, c, "a.b")
	only := receive(t, requests)

	only.session.accept(only.received)

	receive(t, ended).mustFail(t, context.DeadlineExceeded, "a.b: 408 deadline_exceeded: no reply within")
	if len(requests) > 0 {
		t.Error("it was sent again")
	}
}

func TestServersRefusalOfTheFirstSendingEndsTheCall(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		for code, want := range map[int]int{429: 429, 503: 503, 111: 429, 404: 404} {
			f := newFakeServer(t)
			f.onCall(func(s *fakeSession, c *received) { s.refuse(c, code, "no") })
			c, _ := connected(t, f, WithTransport(transport))

			_, err := c.Call(testContext(t), "a.b", nil)

			var failed *RPCError
			if !errors.As(err, &failed) || failed.Code != want {
				t.Errorf("%d: got %v", code, err)
			}
		}
	})
}

func TestRefusalOfAResendDoesNotSayThatNothingWasRun(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		t.Run("a full server is asked again", func(t *testing.T) {
			f := newFakeServer(t)
			requests := asking(f)
			c, _ := connected(t, f, WithTransport(transport))
			ended := callInBackground(testContext(t), c, "a.b")
			receive(t, requests).session.drop()

			for _, code := range []int{429, 503, 111} {
				again := receive(t, requests)
				again.session.refuse(again.received, code, "full")
			}
			receive(t, requests).reply(`"error":{"code":503,"name":"unavailable","message":"full"}`)

			receive(t, requests).reply(`"result":1`)
			receive(t, ended).mustBe(t, "1")
		})
		t.Run("Centrifugo's own refusals leave the outcome unknown", func(t *testing.T) {
			f := newFakeServer(t)
			requests := asking(f)
			c, _ := connected(t, f, WithTransport(transport))
			ended := callInBackground(testContext(t), c, "a.b")
			receive(t, requests).session.drop()

			again := receive(t, requests)
			again.session.refuse(again.received, 103, "permission denied")

			receive(t, ended).mustFail(t, ErrOutcomeUnknown, "the request was sent again and refused (103 permission denied)")
		})
	})
}

func TestWithoutResend(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		c, _ := connected(t, f, WithTransport(transport), WithoutResend())
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		defer cancel()

		ended := callInBackground(ctx, c, "a.b")
		receive(t, requests).session.drop()
		text := "the connection was lost and no reply came within"
		if transport == RPC {
			text = "the connection was lost before the reply came"
		}
		receive(t, ended).mustFail(t, ErrOutcomeUnknown, text)

		ended = callInBackground(testContext(t), c, "a.b")
		refused := receive(t, requests)
		refused.session.refuse(refused.received, 100, "internal server error")
		receive(t, ended).mustFail(t, ErrOutcomeUnknown, "Centrifugo got no proper answer from the server (internal server error)")

		if len(requests) > 0 {
			t.Error("a request was sent again")
		}
	})
}

func TestPublishedRequestWithoutResendMayBeAnsweredAfterAReconnect(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, _ := connected(t, f, WithoutResend())
	ended := callInBackground(testContext(t), c, "a.b")
	first := receive(t, requests)

	first.session.drop()
	f.nextSession(t).reply(first.received, `"result":1`)

	receive(t, ended).mustBe(t, "1")
}

func TestRequestThatWasNeverWrittenIsStillTheFirst(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		proceed := make(chan struct{})
		answer := f.onConnect
		f.onConnect = func(s *fakeSession, c *received) {
			if s.number > 1 {
				<-proceed
			}
			answer(s, c)
		}
		c, first := connected(t, f, WithTransport(transport))
		first.drop()
		f.nextSession(t)
		ended := callInBackground(testContext(t), c, "a.b")

		close(proceed)

		only := receive(t, requests)
		only.reply(`"result":1`)
		receive(t, ended).mustBe(t, "1")
		if only.data().Attempt != 0 {
			t.Errorf("it is called attempt %d", only.data().Attempt)
		}
	})
}

func TestMissedRepliesAreFetchedBySendingAgain(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, _ := connected(t, f)
	ended := callInBackground(testContext(t), c, "a.b")
	first := receive(t, requests)
	first.session.accept(first.received)

	first.session.send(`{"push":{"channel":"user#u1","unsubscribe":{"code":2500,"reason":"insufficient state"}}}`)

	receive(t, requests).reply(`"result":1`)
	receive(t, ended).mustBe(t, "1")
}

func TestTokenThatExpiresMeanwhile(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		expireAfterFirst := func(f *fakeServer) {
			answer := f.onConnect
			f.onConnect = func(s *fakeSession, c *received) {
				if s.number == 2 {
					s.refuse(c, 109, "token expired")
					return
				}
				answer(s, c)
			}
		}
		t.Run("with a provider", func(t *testing.T) {
			f := newFakeServer(t)
			expireAfterFirst(f)
			requests := asking(f)
			c, _ := connected(t, f, WithTransport(transport),
				WithTokenProvider(func(context.Context) (string, error) { return tokenOf("u1"), nil }))
			ended := callInBackground(testContext(t), c, "a.b")

			receive(t, requests).session.drop()

			receive(t, requests).reply(`"result":1`)
			receive(t, ended).mustBe(t, "1")
		})
		t.Run("without one", func(t *testing.T) {
			f := newFakeServer(t)
			expireAfterFirst(f)
			requests := asking(f)
			c, _ := connected(t, f, WithTransport(transport))
			ended := callInBackground(testContext(t), c, "a.b")

			receive(t, requests).session.drop()

			receive(t, ended).mustFail(t, ErrOutcomeUnknown, "109 token expired: pass a new token, or use WithTokenProvider) before the reply came")
		})
	})
}

func TestDisconnectEndsCallsThatWaitToBeSentAgain(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		t.Run("for a connection", func(t *testing.T) {
			f := newFakeServer(t)
			requests := asking(f)
			f.onConnect = func(s *fakeSession, c *received) {
				if s.number == 1 {
					s.answer(c, `"connect":{}`)
				}
			}
			c, _ := connected(t, f, WithTransport(transport))
			sent := callInBackground(testContext(t), c, "a.b")
			receive(t, requests).session.drop()
			f.nextSession(t)
			unsent := callInBackground(testContext(t), c, "a.b")

			c.Disconnect()

			receive(t, sent).mustFail(t, ErrOutcomeUnknown, "the connection ended (the client was disconnected) before the reply came")
			receive(t, unsent).mustFail(t, ErrNotSent, "the connection has ended (the client was disconnected); call Connect again")
		})
		t.Run("for the end of a pause", func(t *testing.T) {
			f := newFakeServer(t)
			refused := make(chan struct{}, 16)
			f.onCall(func(s *fakeSession, c *received) {
				s.refuse(c, 100, "internal server error")
				refused <- struct{}{}
			})
			c, _ := connected(t, f, WithTransport(transport), func(s *settings) { s.minResendDelay, s.maxResendDelay = limit, limit })
			ended := callInBackground(testContext(t), c, "a.b")
			receive(t, refused)

			c.Disconnect()

			receive(t, ended).mustFail(t, ErrOutcomeUnknown, "the connection ended (the client was disconnected) before the reply came")
		})
	})
}

func TestLateAndDoubleRepliesAreCounted(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, s := connected(t, f)
	ended := callInBackground(testContext(t), c, "a.b")
	request := receive(t, requests)
	request.reply(`"result":1`)
	receive(t, ended).mustBe(t, "1")

	request.reply(`"result":2`)
	s.publish(`{"data":{"correlation_id":"of another tab","result":1}}`)
	// What follows on the same connection is handled after these.
	ended = callInBackground(testContext(t), c, "a.b")
	receive(t, requests).reply(`"result":3`)

	receive(t, ended).mustBe(t, "3")
	if late := c.LateReplies(); late != 1 {
		t.Errorf("%d late replies", late)
	}
}

func TestLateAnswerOfAnRPCCommandIsCounted(t *testing.T) {
	f := newFakeServer(t)
	requests := asking(f)
	c, _ := connected(t, f, WithTransport(RPC))
	ctx, cancel := context.WithCancel(testContext(t))
	ended := callInBackground(ctx, c, "a.b")
	request := receive(t, requests)
	cancel()
	receive(t, ended).mustFail(t, context.Canceled, "the caller gave up")
	receive(t, requests) // The cancel message.

	request.reply(`"result":2`)
	ended = callInBackground(testContext(t), c, "a.b")
	receive(t, requests).reply(`"result":3`)

	receive(t, ended).mustBe(t, "3")
	if late := c.LateReplies(); late != 1 {
		t.Errorf("%d late replies", late)
	}
}

func TestRememberedCallsAreBounded(t *testing.T) {
	var counted tally
	for i := range 3 * rememberedCalls {
		counted.remember(fmt.Sprint(i))
	}

	if len(counted.ended) != rememberedCalls || len(counted.order) != rememberedCalls {
		t.Errorf("%d and %d ids are kept", len(counted.ended), len(counted.order))
	}
	counted.countLate(fmt.Sprint(2*rememberedCalls - 1))
	counted.countLate(fmt.Sprint(2 * rememberedCalls))
	counted.countLate(fmt.Sprint(3*rememberedCalls - 1))
	if late := counted.late.Load(); late != 2 {
		t.Errorf("%d late replies", late)
	}
}

func TestNoSendingIsLargerThanTheOneThatIsMeasured(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		s := newSettings("", "u1", []Option{WithTransport(transport)})
		r, err := newRequest(s, "id", "a.b", []byte(`{"n":1}`))
		if err != nil {
			t.Fatal(err)
		}
		now := time.Now()
		deadline := now.Add(30 * time.Second)
		largest := r.largestFrameBytes(true, deadline)
		for _, sent := range []sending{
			{attempt: 1, deadline: deadline},
			{attempt: 2, first: now.Add(-time.Minute), deadline: deadline},
			{attempt: 1 << 30, first: now.Add(-200 * 365 * 24 * time.Hour), deadline: deadline},
		} {
			if frame := r.frame(1<<32-1, sent, now); len(frame) > largest {
				t.Errorf("%s is larger than %d", frame, largest)
			}
		}
		if once := r.largestFrameBytes(false, deadline); once != len(r.frame(1<<32-1, sending{attempt: 1, deadline: deadline}, now)) {
			t.Errorf("a request that is sent once is measured with %d", once)
		}
	}
}

func TestTimesStayWithinTheWireRules(t *testing.T) {
	now := time.Now()
	for left, want := range map[time.Duration]int64{
		-time.Second: 1, 0: 1, time.Microsecond: 1, time.Millisecond: 1, 1500 * time.Microsecond: 2, 100 * 365 * 24 * time.Hour: maxMillis,
	} {
		if got := millisUntil(now.Add(left), now); got != want {
			t.Errorf("%v: got %d", left, got)
		}
	}
}

func TestTenThousandCallsAtOnce(t *testing.T) {
	const calls = 10_000
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		var seen atomic.Int32
		answer := f.onPublish
		f.onCall(func(s *fakeSession, c *received) {
			// The first connection answers nothing, and breaks in the midst of it.
			switch {
			case s.number > 1:
				answer(s, c)
			case seen.Add(1) == calls/2:
				s.drop()
			}
		})
		c, _ := connected(t, f, WithTransport(transport), WithTimeout(time.Minute))
		var wrong atomic.Int32
		var group sync.WaitGroup
		for i := range calls {
			group.Add(1)
			go func() {
				defer group.Done()
				result, err := c.Call(context.Background(), "a.b", i)
				if err != nil || string(result) != fmt.Sprint(i) {
					wrong.Add(1)
				}
			}()
		}
		group.Wait()

		if wrong.Load() > 0 {
			t.Errorf("%d calls went wrong", wrong.Load())
		}
		if waiting := len(c.current().replies.waiting); waiting != 0 {
			t.Errorf("%d calls are still registered", waiting)
		}
	})
}

func TestTenThousandCallsEndWithTheClient(t *testing.T) {
	const calls = 10_000
	f := newFakeServer(t)
	r := newRelay(t, f)
	c := newTestClient(t, f, WithTimeout(time.Minute))
	c.settings.url = r.address()
	if err := c.Connect(testContext(t)); err != nil {
		t.Fatal(err)
	}
	// Nothing gets through, so that calls pile up in front of the queue.
	r.freeze()
	text := json.RawMessage(`"` + strings.Repeat("x", 2048) + `"`)
	ends := make(chan error, calls)
	begun := make(chan struct{}, calls)
	for range calls {
		go func() {
			begun <- struct{}{}
			_, err := c.Call(context.Background(), "a.b", text)
			ends <- err
		}()
	}
	for range calls {
		receive(t, begun)
	}
	receive(t, r.held)
	if waiting := len(c.current().session.queue); waiting > waitingFrames {
		t.Errorf("%d frames wait", waiting)
	}

	c.Disconnect()

	for range calls {
		if err := receive(t, ends); !errors.Is(err, ErrNotSent) && !errors.Is(err, ErrOutcomeUnknown) {
			t.Fatalf("got %v", err)
		}
	}
}
