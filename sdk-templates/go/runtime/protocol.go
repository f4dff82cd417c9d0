package client

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"centrifugo-rpc/client/internal/codec"
)

// command is a message to Centrifugo; exactly one of its bodies is set.
type command struct {
	ID        uint32            `json:"id"`
	Connect   *connectRequest   `json:"connect,omitempty"`
	Subscribe *subscribeRequest `json:"subscribe,omitempty"`
	Publish   *publishRequest   `json:"publish,omitempty"`
	RPC       *rpcRequest       `json:"rpc,omitempty"`
	Refresh   *refreshRequest   `json:"refresh,omitempty"`
}

type connectRequest struct {
	Token   string                      `json:"token"`
	Name    string                      `json:"name"`
	Version string                      `json:"version,omitempty"`
	Subs    map[string]subscribeRequest `json:"subs,omitempty"`
}

type subscribeRequest struct {
	Channel string `json:"channel,omitempty"`
	Recover bool   `json:"recover,omitempty"`
	Epoch   string `json:"epoch,omitempty"`
	Offset  uint64 `json:"offset,omitempty"`
}

type publishRequest struct {
	Channel string   `json:"channel"`
	Data    envelope `json:"data"`
}

type rpcRequest struct {
	Method string   `json:"method"`
	Data   envelope `json:"data"`
}

type refreshRequest struct {
	Token string `json:"token"`
}

// envelope is what never changes of a request to the server behind Centrifugo. Its fields stand in the order the wire
// rules ask for, so that the server can decode params straight into their type.
type envelope struct {
	Version       int             `json:"$rpc,omitempty"`
	CorrelationID string          `json:"correlation_id"`
	Method        string          `json:"method,omitempty"`
	Params        json.RawMessage `json:"params"`
	ReplyTo       string          `json:"reply_to,omitempty"`
}

// cancelCommand asks the server to end a call, on the way that calls take.
type cancelCommand struct {
	ID      uint32         `json:"id"`
	Publish *cancelPublish `json:"publish,omitempty"`
	RPC     *cancelRPC     `json:"rpc,omitempty"`
}

type cancelPublish struct {
	Channel string        `json:"channel"`
	Data    cancelRequest `json:"data"`
}

type cancelRPC struct {
	Method string        `json:"method"`
	Data   cancelRequest `json:"data"`
}

type cancelRequest struct {
	CorrelationID string `json:"correlation_id"`
	Cancel        bool   `json:"cancel,omitempty"`
}

// message is what Centrifugo sends: an answer to a command, a push, or, when it is empty, a ping.
type message struct {
	ID        uint32           `json:"id"`
	Error     *centrifugoError `json:"error"`
	Connect   *connectResult   `json:"connect"`
	Subscribe *subscribeResult `json:"subscribe"`
	RPC       *rpcResult       `json:"rpc"`
	Refresh   *refreshResult   `json:"refresh"`
	Push      *push            `json:"push"`
}

type centrifugoError struct {
	Code      int    `json:"code"`
	Message   string `json:"message"`
	Temporary bool   `json:"temporary"`
}

func (e *centrifugoError) Error() string {
	return fmt.Sprintf("Centrifugo answered %d %s", e.Code, e.Message)
}

type connectResult struct {
	Expires     bool                        `json:"expires"`
	TTLSeconds  uint32                      `json:"ttl"`
	PingSeconds uint32                      `json:"ping"`
	Pong        bool                        `json:"pong"`
	Subs        map[string]*subscribeResult `json:"subs"`
}

type subscribeResult struct {
	Recoverable   bool          `json:"recoverable"`
	Epoch         string        `json:"epoch"`
	Offset        uint64        `json:"offset"`
	Publications  []publication `json:"publications"`
	Recovered     bool          `json:"recovered"`
	WasRecovering bool          `json:"was_recovering"`
}

type rpcResult struct {
	Data json.RawMessage `json:"data"`
}

type refreshResult struct {
	Expires    bool   `json:"expires"`
	TTLSeconds uint32 `json:"ttl"`
}

type push struct {
	Channel     string        `json:"channel"`
	Pub         *publication  `json:"pub"`
	Unsubscribe *codeAndCause `json:"unsubscribe"`
	Disconnect  *codeAndCause `json:"disconnect"`
}

type codeAndCause struct {
	Code   int    `json:"code"`
	Reason string `json:"reason"`
}

type publication struct {
	Data json.RawMessage `json:"data"`
	// Info is there when a client published, and never when the server did.
	Info   json.RawMessage `json:"info"`
	Offset uint64          `json:"offset"`
}

// reply is what the server behind Centrifugo answers.
type reply struct {
	CorrelationID string          `json:"correlation_id"`
	Result        json.RawMessage `json:"result"`
	Error         json.RawMessage `json:"error"`
}

// unpack gives the result of a reply to the method, or its error.
func (r *reply) unpack(method string) (json.RawMessage, error) {
	if len(r.Error) > 0 && !codec.IsNull(r.Error) {
		var refused serverError
		if err := json.Unmarshal(r.Error, &refused); err != nil || refused.Code == 0 {
			return nil, invalidResult(method, "its error has no code")
		}
		return nil, refused.of(method)
	}
	if r.Result == nil {
		return nil, invalidResult(method, "it has neither a result nor an error")
	}
	return r.Result, nil
}

var errNotCentrifugo = errors.New("the server sent what is not Centrifugo's JSON protocol")

// messagesIn splits a frame, which holds one JSON object a line, into its messages.
func messagesIn(frame []byte) ([]message, error) {
	var messages []message
	for _, line := range bytes.Split(frame, []byte{'\n'}) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var m message
		if err := json.Unmarshal(line, &m); err != nil {
			return nil, fmt.Errorf("%w: %w", errNotCentrifugo, err)
		}
		messages = append(messages, m)
	}
	return messages, nil
}

func (m *message) isPing() bool { return m.ID == 0 && m.Push == nil && m.Error == nil }
