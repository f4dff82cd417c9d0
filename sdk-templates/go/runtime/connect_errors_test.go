package client

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func connectError(t *testing.T, c *RPCClient) *ConnectError {
	t.Helper()
	t.Cleanup(c.Disconnect)
	err := c.Connect(testContext(t))
	var failed *ConnectError
	if !errors.As(err, &failed) {
		t.Fatalf("got %v", err)
	}
	return failed
}

func TestTokensAndUserIDsAreCheckedBeforehand(t *testing.T) {
	encode := base64.RawURLEncoding.EncodeToString
	tests := []struct{ token, userID, want string }{
		{tokenOf("u2"), "u1", `the token is for user "u2" and the client for user "u1"; use a token of that user`},
		{"", "u1", "there is no token; pass one, or use WithTokenProvider"},
		{"abc", "u1", "the token is not a JSON Web Token of three parts"},
		{"a.!.c", "u1", "the payload of the token is not base64"},
		{"a." + encode([]byte("[")) + ".c", "u1", "the payload of the token cannot be read"},
		{"a." + encode([]byte(`{"sub":7}`)) + ".c", "u1", "the payload of the token cannot be read"},
		{"a." + encode([]byte(`{}`)) + ".c", "u1", `the token has no "sub" claim, which names its user`},
		{tokenOf("a#b"), "a#b", `the user id "a#b" cannot be used: a user id has 1 to 128 of the characters A-Z a-z 0-9 _ . @ -`},
		{tokenOf(""), "", `the user id "" cannot be used: a user id has 1 to 128 of the characters A-Z a-z 0-9 _ . @ -`},
	}
	for _, test := range tests {
		failed := connectError(t, NewRPCClient("ws://localhost:1", test.token, test.userID))
		if failed.Kind != ConnectUnauthorized || failed.Message != test.want {
			t.Errorf("got %v", failed)
		}
		if test.token != "" && strings.Contains(failed.Error(), test.token) {
			t.Error("the token is in the text")
		}
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, address := range []string{"", "localhost:8000", "http://localhost", "ws://", "ws://%zz"} {
		failed := connectError(t, NewRPCClient(address, tokenOf("u1"), "u1"))
		if failed.Kind != ConnectUnreachable || !strings.Contains(failed.Message, "is no WebSocket address") {
			t.Errorf("%q: got %v", address, failed)
		}
	}
}

func TestNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}

	failed := connectError(t, NewRPCClient("ws://"+address+"/x?secret=1", tokenOf("u1"), "u1"))

	if failed.Kind != ConnectUnreachable || !strings.Contains(failed.Error(), "no connection to ws://"+address+"/x: ") || strings.Contains(failed.Error(), "secret") {
		t.Fatalf("got %v", failed)
	}
	var refused *net.OpError
	if !errors.As(failed, &refused) {
		t.Fatalf("the cause is lost: %#v", failed.Err)
	}
}

func TestServersThatOpenNoWebSocket(t *testing.T) {
	for status, want := range map[int]ConnectErrorKind{
		401: ConnectUnauthorized, 403: ConnectOrigin, 404: ConnectUnsupported, 200: ConnectUnsupported, 429: ConnectUnreachable, 503: ConnectUnreachable,
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
		failed := connectError(t, NewRPCClient("ws"+strings.TrimPrefix(server.URL, "http"), tokenOf("u1"), "u1"))
		server.Close()
		if failed.Kind != want || !strings.Contains(failed.Message, fmt.Sprintf("answered %d", status)) {
			t.Errorf("%d: got %v", status, failed)
		}
	}
}

func TestSecureConnections(t *testing.T) {
	f := newFakeServer(t)
	secure := httptest.NewTLSServer(f.Config.Handler)
	t.Cleanup(secure.Close)
	address := "wss" + strings.TrimPrefix(secure.URL, "https")

	failed := connectError(t, NewRPCClient(address, tokenOf("u1"), "u1"))
	if failed.Kind != ConnectTLS {
		t.Errorf("got %v", failed)
	}
	failed = connectError(t, NewRPCClient("wss"+strings.TrimPrefix(f.URL, "http"), tokenOf("u1"), "u1"))
	if failed.Kind != ConnectTLS {
		t.Errorf("got %v", failed)
	}

	c := NewRPCClient(address, tokenOf("u1"), "u1", WithHTTPClient(secure.Client()))
	t.Cleanup(c.Disconnect)
	if err := c.Connect(testContext(t)); err != nil {
		t.Error(err)
	}
}

func TestRefusalsWhileConnecting(t *testing.T) {
	refuse := func(code int) func(*fakeSession, *received) {
		return func(s *fakeSession, c *received) { s.refuse(c, code, "refused") }
	}
	shut := func(code int) func(*fakeSession, *received) {
		return func(s *fakeSession, _ *received) { s.close(code, "refused") }
	}
	tests := []struct {
		name      string
		change    func(f *fakeServer)
		want      ConnectErrorKind
		wantInMsg string
	}{
		{"invalid token", func(f *fakeServer) { f.onConnect = shut(3500) }, ConnectUnauthorized, "3500 refused"},
		{"unauthorized", func(f *fakeServer) { f.onConnect = refuse(101) }, ConnectUnauthorized, "101 refused"},
		{"expired", func(f *fakeServer) { f.onConnect = refuse(109) }, ConnectUnauthorized, "WithTokenProvider"},
		{"overloaded", func(f *fakeServer) { f.onConnect = refuse(111) }, ConnectUnreachable, "111 refused"},
		{"shutdown", func(f *fakeServer) { f.onConnect = shut(3001) }, ConnectUnreachable, "3001 refused"},
		{"bad request", func(f *fakeServer) { f.onConnect = shut(3501) }, ConnectUnsupported, "3501 refused"},
		{"unknown channel", func(f *fakeServer) { f.onSubscribe = refuse(102) }, ConnectUnsupported, "channel.namespaces"},
		{"no permission", func(f *fakeServer) { f.onSubscribe = refuse(103) }, ConnectUnsupported, "allow_user_limited_channels"},
		{"another protocol", func(f *fakeServer) { f.onConnect = func(s *fakeSession, _ *received) { s.send("hello") } }, ConnectUnsupported, "JSON protocol"},
		{"another answer", func(f *fakeServer) { f.onConnect = func(s *fakeSession, c *received) { s.answer(c, `"rpc":{}`) } }, ConnectUnsupported, "something else"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeServer(t)
			test.change(f)
			failed := connectError(t, newTestClient(t, f))
			if failed.Kind != test.want || !strings.Contains(failed.Message, test.wantInMsg) {
				t.Fatalf("got %v", failed)
			}
		})
	}
}

func TestConnectIsBounded(t *testing.T) {
	f := newFakeServer(t)
	f.onConnect = func(*fakeSession, *received) {}

	failed := connectError(t, newTestClient(t, f, WithTimeout(20*time.Millisecond)))
	if failed.Kind != ConnectUnreachable || !errors.Is(failed, context.DeadlineExceeded) || !strings.Contains(failed.Message, "in time") {
		t.Errorf("got %v", failed)
	}

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := newTestClient(t, f).Connect(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
