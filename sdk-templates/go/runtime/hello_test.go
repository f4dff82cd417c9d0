package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// logged hands out each line of a log.
type logged chan string

func (l logged) Write(line []byte) (int, error) {
	l <- string(line)
	return len(line), nil
}

func newLog() (logged, Option) {
	lines := make(logged, 64)
	return lines, WithLogger(slog.New(slog.NewTextHandler(lines, &slog.HandlerOptions{Level: slog.LevelDebug})))
}

func ofContract(methods int) Option {
	var fingerprints strings.Builder
	for i := range methods {
		fmt.Fprintf(&fingerprints, "m.n%04d %08x\n", i, i)
	}
	return func(s *settings) { s.contract = &contract{"ours", "\n" + fingerprints.String()} }
}

func (c *received) isHello() bool {
	return c.Publish != nil && c.Publish.Data.Method == "system.hello" || c.RPC != nil && c.RPC.Method == "system.hello"
}

// greeting makes the fake server hand out the greetings, and answer other calls.
func greeting(f *fakeServer) <-chan asked {
	greetings := make(chan asked, 64)
	answer := f.onPublish
	f.onCall(func(s *fakeSession, c *received) {
		if !c.isHello() {
			answer(s, c)
			return
		}
		s.accept(c)
		greetings <- asked{s, c}
	})
	return greetings
}

func (a asked) hello(t *testing.T) helloParams {
	t.Helper()
	var params helloParams
	if err := json.Unmarshal(a.data().Params, &params); err != nil {
		t.Fatal(err)
	}
	return params
}

func TestClientTellsItsContractOnceBesideTheCalls(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		greetings := greeting(f)
		log, logger := newLog()
		c, s := connected(t, f, WithTransport(transport), logger, ofContract(1))
		first := receive(t, greetings)
		if params := first.hello(t); params.Hash != "ours" || params.Methods != nil {
			t.Errorf("got %+v", params)
		}
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatalf("a call waited for the greeting: %v", err)
		}

		first.reply(`"result":{"api":1,"same":true}`)
		s.drop()
		f.nextSession(t)
		c.Disconnect()
		if err := c.Connect(testContext(t)); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Call(testContext(t), "a.b", nil); err != nil {
			t.Fatal(err)
		}

		if len(greetings) > 0 {
			t.Error("it greeted again")
		}
		for len(log) > 0 {
			if line := <-log; strings.Contains(line, "contract") {
				t.Errorf("it logged %s", line)
			}
		}
	})
}

func TestDifferencesAreLoggedOnceByName(t *testing.T) {
	onBothTransports(t, func(t *testing.T, transport Transport) {
		f := newFakeServer(t)
		greetings := greeting(f)
		log, logger := newLog()
		connected(t, f, WithTransport(transport), logger, ofContract(3000))

		receive(t, greetings).reply(`"result":{"same":false}`)
		told := map[string]string{}
		for chunk := 0; len(told) < 3000; chunk++ {
			next := receive(t, greetings)
			if len(next.data().Params) > helloBytes+200 {
				t.Errorf("a chunk has %d bytes", len(next.data().Params))
			}
			for name, fingerprint := range next.hello(t).Methods {
				told[name] = fingerprint
			}
			if chunk == 0 {
				next.reply(`"result":{"same":false,"missing":["m.n0002","m.n0001"],"different":["m.n0003"]}`)
				continue
			}
			var many []string
			for i := range 5 {
				many = append(many, fmt.Sprintf(`"o.n%d%d"`, chunk, i))
			}
			next.reply(`"result":{"same":false,"missing":[],"different":[` + strings.Join(many, ",") + `]}`)
		}

		if told["m.n0255"] != "000000ff" {
			t.Errorf("m.n0255 has %q", told["m.n0255"])
		}
		want := "the server's contract is not the one that this SDK was generated from: it does not have m.n0001, m.n0002; " +
			"it has in another form m.n0003, o.n10, o.n11, o.n12, o.n13, o.n14"
		for line := receive(t, log); ; line = receive(t, log) {
			if strings.Contains(line, "level=WARN") {
				if !strings.Contains(line, want) || !strings.Contains(line, "Generate the SDK again, or update the server.") {
					t.Errorf("got %s", line)
				}
				return
			}
		}
	})
}

func TestMessageNamesTenMethodsAndCountsTheRest(t *testing.T) {
	var many []string
	for i := range 13 {
		many = append(many, fmt.Sprint("m", i))
	}
	found := &difference{Missing: many}

	want := "the server's contract is not the one that this SDK was generated from: it does not have " +
		"m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 and 3 more. Generate the SDK again, or update the server."
	if got := found.String(); got != want {
		t.Errorf("got %s", got)
	}
}

func TestServerWithoutHelloIsMentionedInTheDebugLog(t *testing.T) {
	f := newFakeServer(t)
	greetings := greeting(f)
	log, logger := newLog()
	connected(t, f, logger, ofContract(1))

	receive(t, greetings).reply(`"error":{"code":404,"name":"method_not_found","message":"no"}`)

	if line := receive(t, log); !strings.Contains(line, "level=DEBUG") || !strings.Contains(line, "the server's contract could not be compared") {
		t.Errorf("got %s", line)
	}
}

func TestStrictContract(t *testing.T) {
	tests := []struct {
		name     string
		answers  []string
		wantKind ConnectErrorKind
		wantText string
	}{
		{"the same", []string{`"result":{"same":true}`}, "", ""},
		{"more methods at the server", []string{`"result":{"same":false}`, `"result":{"same":false,"missing":[],"different":[]}`}, "", ""},
		{
			"fewer methods at the server",
			[]string{`"result":{"same":false}`, `"result":{"same":false,"missing":["m.n0000"],"different":[]}`},
			ConnectUnsupported,
			"cannot connect (unsupported_server): the server's contract is not the one that this SDK was generated from: " +
				"it does not have m.n0000. Generate the SDK again, or update the server.",
		},
		{
			"a server without hello",
			[]string{`"error":{"code":404,"name":"method_not_found","message":"no"}`},
			ConnectUnsupported,
			"cannot connect (unsupported_server): the server says nothing of its contract, and WithStrictContract needs that; update the server",
		},
		{
			"a server without a place",
			[]string{`"error":{"code":429,"name":"overloaded","message":"full"}`},
			ConnectUnreachable,
			"cannot connect (unreachable): the server's contract could not be compared: system.hello: 429 overloaded: full",
		},
	}
	onBothTransports(t, func(t *testing.T, transport Transport) {
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				f := newFakeServer(t)
				greetings := greeting(f)
				go func() {
					for _, answer := range test.answers {
						receive(t, greetings).reply(answer)
					}
				}()
				c := newTestClient(t, f, WithTransport(transport), WithStrictContract(), ofContract(1))

				err := c.Connect(testContext(t))

				var failed *ConnectError
				switch {
				case test.wantKind == "" && (err != nil || c.State().Status != Connected):
					t.Fatalf("got %v, %+v", err, c.State())
				case test.wantKind == "":
				case !errors.As(err, &failed) || failed.Kind != test.wantKind || err.Error() != test.wantText:
					t.Fatalf("got %v", err)
				case c.State().Status != Disconnected:
					t.Fatalf("it is %+v", c.State())
				}
			})
		}
	})
}

func TestStrictConnectEndsWithDisconnect(t *testing.T) {
	f := newFakeServer(t)
	greetings := greeting(f)
	c := newTestClient(t, f, WithStrictContract(), ofContract(1))
	connecting := make(chan error, 1)
	go func() { connecting <- c.Connect(testContext(t)) }()
	receive(t, greetings)

	c.Disconnect()

	if err := receive(t, connecting); err == nil || !strings.Contains(err.Error(), "the client was disconnected while connecting") {
		t.Fatalf("got %v", err)
	}
}
