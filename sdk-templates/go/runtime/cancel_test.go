package client

import (
	"context"
	"strings"
	"testing"
	"time"
)

func TestCancelTellsTheServer(t *testing.T) {
	for transport, want := range map[Transport]string{
		PubSub: `"publish":{"channel":"rpc.requests","data":{"correlation_id":"ID","cancel":true}}}`,
		RPC:    `"rpc":{"method":"system.cancel","data":{"correlation_id":"ID"}}}`,
	} {
		t.Run(string(transport), func(t *testing.T) {
			f := newFakeServer(t)
			requests := asking(f)
			c, _ := connected(t, f, WithTransport(transport))
			ctx, cancel := context.WithCancel(testContext(t))
			ended := callInBackground(ctx, c, "a.b")
			id := receive(t, requests).data().CorrelationID

			cancel()

			receive(t, ended).mustFail(t, context.Canceled, "a.b: 499 cancelled: the caller gave up")
			frame := string(receive(t, requests).frame)
			if frame = strings.Replace(frame, id, "ID", 1); !strings.HasSuffix(frame, want) {
				t.Fatalf("got %s", frame)
			}
			if _, isWhole := strings.CutPrefix(frame, `{"id":`); !isWhole {
				t.Errorf("got %s", frame)
			}
		})
	}
}

func TestCancelGoesOutByTheNextConnectionToo(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		c, _ := connected(t, f, WithTransport(transport))
		ctx, cancel := context.WithCancel(testContext(t))
		ended := callInBackground(ctx, c, "a.b")
		receive(t, requests).session.drop()
		again := receive(t, requests)

		cancel()

		receive(t, ended).mustFail(t, context.Canceled, "the caller gave up")
		if message := receive(t, requests); message.data().CorrelationID != again.data().CorrelationID {
			t.Fatalf("got %s", message.frame)
		}
	})
}

func TestCancelWithoutAConnectionTellsNobody(t *testing.T) {
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
		c, _ := connected(t, f, WithTransport(transport))
		ctx, cancel := context.WithCancel(testContext(t))
		sent := callInBackground(ctx, c, "a.b")
		receive(t, requests).session.drop()
		f.nextSession(t)
		unsent := callInBackground(ctx, c, "a.b")

		cancel()

		receive(t, sent).mustFail(t, context.Canceled, "the caller gave up")
		receive(t, unsent).mustFail(t, context.Canceled, "the caller gave up")
		close(proceed)
		ended := callInBackground(testContext(t), c, "after.that")
		next := receive(t, requests)
		next.reply(`"result":1`)
		receive(t, ended).mustBe(t, "1")
		if next.isCancel() {
			t.Errorf("the server was told %s", next.frame)
		}
	})
}

func TestDeadlineOfTheClientTellsNobody(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		requests := asking(f)
		c, _ := connected(t, f, WithTransport(transport))
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		defer cancel()
		ended := callInBackground(ctx, c, "a.b")
		receive(t, requests)
		if end := receive(t, ended); end.err == nil {
			t.Fatal("it was answered")
		}

		ended = callInBackground(testContext(t), c, "after.that")
		next := receive(t, requests)
		next.reply(`"result":1`)

		receive(t, ended).mustBe(t, "1")
		if next.isCancel() {
			t.Errorf("the server was told %s", next.frame)
		}
	})
}
