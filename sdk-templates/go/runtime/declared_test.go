package client

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
)

func TestDeclaredErrorsHaveTypesOfTheirOwn(t *testing.T) {
	for _, transport := range []Transport{PubSub, RPC} {
		t.Run(string(transport), func(t *testing.T) {
			err := refusedWith(t, transport, `{"code":1404,"name":"task_missing","message":"Gone.","details":{"task_id":"7"}}`)

			var missing *TaskMissingError
			if !errors.As(err, &missing) || missing.Message != "Gone." || missing.Details.TaskID != "7" {
				t.Fatalf("got %#v behind %v", missing, err)
			}
			failed, isRPC := err.(*RPCError)
			if !isRPC || failed.Code != 1404 || failed.Name != "task_missing" || string(failed.Details) != `{"task_id":"7"}` {
				t.Fatalf("got %#v", err)
			}
			var locked *TaskLockedError
			if errors.As(err, &locked) {
				t.Fatal("it is another error, too")
			}
		})
	}
}

func TestDeclaredErrorsNeedNoDetailsWhereNoneAreDeclared(t *testing.T) {
	for _, details := range []string{"", `,"details":{"by":"ada"}`} {
		err := refusedWith(t, PubSub, `{"code":1409,"name":"locked","message":"Locked."`+details+`}`)

		var locked *TaskLockedError
		if !errors.As(err, &locked) || locked.Message != "Locked." {
			t.Fatalf("got %v", err)
		}
	}
}

func TestErrorsThatDoNotFitStayAsTheyCame(t *testing.T) {
	for _, sent := range []string{
		`{"code":1404,"name":"board_missing","message":"m","details":{"task_id":"7"}}`,
		`{"code":1405,"name":"task_missing","message":"m","details":{"task_id":"7"}}`,
		`{"code":1404,"name":"task_missing","message":"m","details":{"task_id":7}}`,
		`{"code":1404,"name":"task_missing","message":"m","details":{}}`,
		`{"code":1404,"name":"task_missing","message":"m","details":null}`,
		`{"code":1404,"name":"task_missing","message":"m"}`,
	} {
		err := refusedWith(t, PubSub, sent)

		var want serverError
		if err := json.Unmarshal([]byte(sent), &want); err != nil {
			t.Fatal(err)
		}
		failed, isRPC := err.(*RPCError)
		if !isRPC || failed.Code != want.Code || failed.Name != want.Name || string(failed.Details) != string(want.Details) {
			t.Errorf("%s: got %#v", sent, err)
		}
		if own := errors.Unwrap(err); own != nil {
			t.Errorf("%s: got %#v behind it", sent, own)
		}
	}
}

func TestDeclaredErrorsTravelInMemory(t *testing.T) {
	memory := NewInMemory(map[string]func(context.Context, json.RawMessage) (any, error){
		"missing": func(context.Context, json.RawMessage) (any, error) {
			return nil, &TaskMissingError{"Gone.", TaskMissingDetails{"7"}}
		},
		"locked": func(context.Context, json.RawMessage) (any, error) { return nil, &TaskLockedError{"Locked."} },
	})

	_, err := memory.Call(testContext(t), "missing", nil)
	var missing *TaskMissingError
	var failed *RPCError
	if !errors.As(err, &missing) || missing.Details.TaskID != "7" || !errors.As(err, &failed) || failed.Code != 1404 {
		t.Errorf("got %#v", err)
	}
	_, err = memory.Call(testContext(t), "locked", nil)
	var locked *TaskLockedError
	if !errors.As(err, &locked) || !errors.As(err, &failed) || failed.Name != "locked" {
		t.Errorf("got %#v", err)
	}
}

// refusedWith makes a call that the server answers with an error.
func refusedWith(t *testing.T, transport Transport, sent string) error {
	t.Helper()
	f := newFakeServer(t)
	refuse := func(s *fakeSession, c *received) {
		if !c.isCancel() {
			s.reply(c, `"error":`+sent)
		}
	}
	f.onPublish, f.onRPC = refuse, refuse
	c, _ := connected(t, f, WithTransport(transport))
	_, err := c.Call(testContext(t), "tasks.get", nil)
	if err == nil {
		t.Fatal("the call did not fail")
	}
	return err
}
