package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/http"
	"time"
)

// Transport is the way that calls take through Centrifugo.
type Transport string

const (
	// PubSub publishes requests to the request channel and receives replies on the user's reply channel. It is the
	// default.
	PubSub Transport = "pubsub"
	// RPC uses Centrifugo's own rpc command.
	RPC Transport = "rpc"
)

// Layout is how the request channel and the reply channels are named.
type Layout string

const (
	// Plain is rpc.requests and user#<id>.
	Plain Layout = "plain"
	// Namespaced is rpc:requests and rpcreply:user#<id>, where replies survive a short reconnect.
	Namespaced Layout = "namespaced"
)

// Publication is something the server published to the user's reply channel that is not a reply.
type Publication struct {
	Channel string
	Data    []byte
}

// Option changes a setting of the client.
type Option func(*settings)

// WithTransport chooses the transport; the default is [PubSub].
func WithTransport(transport Transport) Option {
	return func(s *settings) { s.transport = transport }
}

// WithLayout chooses the layout of the channels; the default is the one of the contract.
func WithLayout(layout Layout) Option {
	return func(s *settings) { s.layout = layout }
}

// WithTimeout limits Connect, and each call whose context has no deadline and whose method no time limit of its own; the
// default is 30 seconds.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithTokenProvider names the function that gives a new token when the current one ends or is refused as expired. It
// is never called twice at a time, and its context ends when the token is no longer wanted. When it returns a
// [ConnectError] of kind [ConnectUnauthorized], the client stops asking and stays disconnected.
func WithTokenProvider(provider func(ctx context.Context) (string, error)) Option {
	return func(s *settings) { s.tokenProvider = provider }
}

// WithLogger makes the client report what happens to its connection; the default is silence. Tokens are never logged.
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) { s.logger = logger }
}

// WithOnPublication names the function that gets what the server publishes to the reply channel beside replies. It is
// called for one publication at a time and in order; up to 256 wait for it, further ones are dropped. With the transport
// [RPC] the client does not listen on that channel, unless the token subscribes to it.
func WithOnPublication(hook func(Publication)) Option {
	return func(s *settings) { s.onPublication = hook }
}

// WithStateHandler names the function that is told each state of the connection, one at a time and in order. It may use
// the client.
func WithStateHandler(handler func(ConnectionState)) Option {
	return func(s *settings) { s.onState = handler }
}

// WithMaxFrameBytes sets the size of the largest frame that the server takes; the default is 65536, as in Centrifugo.
func WithMaxFrameBytes(maxFrameBytes int) Option {
	return func(s *settings) { s.maxFrameBytes = maxFrameBytes }
}

// WithHTTPClient sets the HTTP client that opens connections, for example one with its own certificates; the default
// is [http.DefaultClient].
func WithHTTPClient(client *http.Client) Option {
	return func(s *settings) { s.httpClient = client }
}

// WithoutResend makes calls end as [ErrOutcomeUnknown] where the client would otherwise send them again: after a lost
// connection, and when Centrifugo got no answer from the server. The server runs a call once, however often it is sent.
func WithoutResend() Option {
	return func(s *settings) { s.isResending = false }
}

// WithStrictContract makes Connect ask the server for its contract, and fail with [ConnectUnsupported] when it does not
// have the methods that this SDK was generated from. Otherwise the client asks beside the calls and logs a warning.
func WithStrictContract() Option {
	return func(s *settings) { s.isStrict = true }
}

// withContract sets what the contract says, before the user's options.
func withContract(layout Layout, version, hash, fingerprints string) Option {
	return func(s *settings) {
		s.layout, s.version, s.contract = layout, version, &contract{hash, fingerprints}
	}
}

type settings struct {
	url           string
	userID        string
	version       string
	transport     Transport
	layout        Layout
	timeout       time.Duration
	tokenProvider func(ctx context.Context) (string, error)
	logger        *slog.Logger
	// hookLogger is told of panics in the user's functions, which must not go unheard.
	hookLogger    *slog.Logger
	onPublication func(Publication)
	onState       func(ConnectionState)
	maxFrameBytes int
	httpClient    *http.Client
	isResending   bool
	// contract is nil for a client without an SDK's methods.
	contract *contract
	isStrict bool

	minReconnectDelay time.Duration
	maxReconnectDelay time.Duration
	// maxPingDelay is how much later than promised a ping of the server may come.
	maxPingDelay time.Duration
	// handshakeLimit bounds each attempt to reconnect, and each to listen to the reply channel again.
	handshakeLimit time.Duration
	// ackTimeout is how long the confirmation of a published request may take.
	ackTimeout     time.Duration
	minResendDelay time.Duration
	maxResendDelay time.Duration
}

func newSettings(url, userID string, options []Option) *settings {
	s := &settings{
		url:               url,
		userID:            userID,
		transport:         PubSub,
		layout:            Plain,
		timeout:           30 * time.Second,
		maxFrameBytes:     65536,
		isResending:       true,
		minReconnectDelay: 200 * time.Millisecond,
		maxReconnectDelay: 20 * time.Second,
		maxPingDelay:      10 * time.Second,
		handshakeLimit:    10 * time.Second,
		ackTimeout:        5 * time.Second,
		minResendDelay:    100 * time.Millisecond,
		maxResendDelay:    2 * time.Second,
	}
	for _, option := range options {
		if option != nil {
			option(s)
		}
	}
	s.hookLogger = s.logger
	if s.logger == nil {
		s.logger = slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: slog.Level(math.MaxInt)}))
		s.hookLogger = slog.Default()
	}
	return s
}

// check reports every setting that cannot work, at once.
func (s *settings) check() error {
	var problems []error
	if s.transport != PubSub && s.transport != RPC {
		problems = append(problems, fmt.Errorf("WithTransport: %q is no transport; use PubSub or RPC", s.transport))
	}
	if s.layout != Plain && s.layout != Namespaced {
		problems = append(problems, fmt.Errorf("WithLayout: %q is no layout; use Plain or Namespaced", s.layout))
	}
	if s.timeout <= 0 {
		problems = append(problems, fmt.Errorf("WithTimeout: %v is no time limit; use more than zero", s.timeout))
	}
	if s.maxFrameBytes <= 0 {
		problems = append(problems, fmt.Errorf("WithMaxFrameBytes: %d is no size; use more than zero", s.maxFrameBytes))
	}
	return errors.Join(problems...)
}

func (s *settings) requestChannel() string {
	if s.layout == Namespaced {
		return "rpc:requests"
	}
	return "rpc.requests"
}

func (s *settings) replyChannel() string {
	if s.layout == Namespaced {
		return "rpcreply:user#" + s.userID
	}
	return "user#" + s.userID
}
