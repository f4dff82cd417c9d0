package client

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"

	"centrifugo-rpc/client/internal/codec"
)

// maxMillis is the longest time that the wire rules let an envelope name.
const maxMillis = 1 << 40

// A request is what a call sends. However often that is, the bytes are the same, those of a sending apart: the server
// takes other bytes for another call.
type request struct {
	method        string
	correlationID string
	// body is Centrifugo's command from behind its id to the last member of the envelope that never changes.
	body []byte
}

// A sending is what differs from one time that a request is sent to the next.
type sending struct {
	attempt int
	// first is when the first sending was written; it counts from the second one on.
	first    time.Time
	deadline time.Time
}

func newRequest(s *settings, correlationID, method string, params json.RawMessage) (*request, error) {
	data := envelope{CorrelationID: correlationID, Params: params}
	whole := &command{}
	if s.transport == RPC {
		data.Version = 1
		whole.RPC = &rpcRequest{Method: method, Data: data}
	} else {
		data.Method, data.ReplyTo = method, s.replyChannel()
		whole.Publish = &publishRequest{Channel: s.requestChannel(), Data: data}
	}
	text, err := codec.Marshal(whole)
	if err != nil {
		return nil, err
	}
	body := strings.TrimSuffix(strings.TrimPrefix(string(text), `{"id":0`), "}}}")
	return &request{method, correlationID, []byte(body)}, nil
}

// frame gives the command as it is written at a time.
func (r *request) frame(id uint32, sent sending, now time.Time) []byte {
	ageMs := int64(0)
	if sent.attempt > 1 {
		ageMs = min(maxMillis, age(sent.first, now).Milliseconds())
	}
	return r.written(id, sent.attempt, ageMs, millisUntil(sent.deadline, now))
}

// largestFrameBytes is how large a frame can become, whichever sending it is.
func (r *request) largestFrameBytes(isResent bool, deadline time.Time) int {
	attempts := 1
	if isResent {
		attempts = math.MaxInt32
	}
	return len(r.written(math.MaxUint32, attempts, maxMillis, millisUntil(deadline, time.Now())))
}

func (r *request) written(id uint32, attempt int, ageMs, timeoutMs int64) []byte {
	frame := make([]byte, 0, len(r.body)+128)
	frame = append(frame, `{"id":`...)
	frame = strconv.AppendUint(frame, uint64(id), 10)
	frame = append(frame, r.body...)
	frame = append(frame, `,"timeout_ms":`...)
	frame = strconv.AppendInt(frame, timeoutMs, 10)
	if attempt > 1 {
		frame = append(frame, `,"attempt":`...)
		frame = strconv.AppendInt(frame, int64(attempt), 10)
		frame = append(frame, `,"age_ms":`...)
		frame = strconv.AppendInt(frame, ageMs, 10)
	}
	return append(frame, "}}}"...)
}

// cancellation is the command that asks the server to end a call.
func cancellation(s *settings, id uint32, correlationID string) ([]byte, error) {
	message := cancelRequest{CorrelationID: correlationID}
	if s.transport == RPC {
		return codec.Marshal(&cancelCommand{ID: id, RPC: &cancelRPC{Method: "system.cancel", Data: message}})
	}
	message.Cancel = true
	return codec.Marshal(&cancelCommand{ID: id, Publish: &cancelPublish{Channel: s.requestChannel(), Data: message}})
}

// millisUntil is the time left until the deadline, rounded up: zero would mean none.
func millisUntil(deadline, now time.Time) int64 {
	left := (deadline.Sub(now) + time.Millisecond - 1).Milliseconds()
	return min(maxMillis, max(1, left))
}

// age is how long ago something was. The clock that only goes forward may stand still while the computer sleeps, and
// the other one may be put back; a server must not take an old request for a young one, so the longer time counts.
func age(first, now time.Time) time.Duration {
	return max(now.Sub(first), now.Round(0).Sub(first.Round(0)))
}
