package client

import (
	"testing"
)

// FuzzFrames feeds the reader what no server should send: it may refuse it, and must not panic or block.
func FuzzFrames(f *testing.F) {
	for _, frame := range []string{
		"{}", "null", "[]", "\n\n", `{"id":1}`, `{"id":1,"error":null}`, `{"id":1,"error":{}}`, `{"push":{}}`, `{"push":null}`,
		`{"push":{"channel":"user#u1","pub":null}}`,
		`{"push":{"channel":"user#u1","pub":{}}}`,
		`{"push":{"channel":"user#u1","pub":{"data":{"correlation_id":"known","result":1}}}}`,
		`{"push":{"channel":"user#u1","pub":{"data":{"correlation_id":"known","error":[]}}}}` + "\n" + `{"id":2,"rpc":{"data":7}}`,
		`{"push":{"channel":"user#u1","unsubscribe":{"code":2500}}}`,
		`{"push":{"disconnect":{"code":3500,"reason":"x"}}}`,
		`{"id":2,"subscribe":{"recoverable":true,"publications":[null,{"data":{"correlation_id":"known"}}]}}`,
		`{"id":2,"connect":{"subs":{"user#u1":null}}}`,
	} {
		f.Add([]byte(frame))
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		r := newReplies(newSettings("", "u1", []Option{WithOnPublication(func(Publication) {})}), new(tally))
		waiting := r.expect("known")
		s := &session{
			replies:      r,
			pong:         make(chan struct{}, 1),
			unsubscribed: make(chan struct{}, 1),
			answers: map[uint32]func(*message){2: func(m *message) {
				if m.Subscribe != nil {
					r.subscribed(m.Subscribe)
				}
			}},
		}

		_ = s.receive(frame)

		select {
		case settled := <-waiting:
			_, _ = settled.unpack("a.b")
		default:
		}
	})
}
