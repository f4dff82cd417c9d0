// The driver calls the scenario server through the generated Go SDK, and prints what came back, one JSON object a line.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	client "example.com/scenarios"
)

// scenarioLimit bounds every scenario, those that restart a server included.
const scenarioLimit = time.Minute

type scenario struct {
	Name   string          `json:"name"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

type driver struct {
	url       string
	transport client.Transport
	userID    string
	token     string
	control   control
	api       *client.APIClient
}

func main() {
	play := run
	if len(os.Args) > 1 {
		play = map[string]func() error{"vectors": runVectors, "puppet": runPuppet}[os.Args[1]]
	}
	if err := play(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	text, err := os.ReadFile(os.Getenv("SCENARIOS"))
	if err != nil {
		return err
	}
	var scenarios []scenario
	if err := json.Unmarshal(text, &scenarios); err != nil {
		return err
	}
	d := &driver{
		url:       os.Getenv("URL"),
		transport: client.Transport(os.Getenv("TRANSPORT")),
		userID:    os.Getenv("USER_ID"),
		token:     os.Getenv("TOKEN"),
		control:   control{os.Getenv("CONTROL_URL")},
	}
	d.api = d.newClient(d.userID, d.token)
	if err := d.api.Connect(context.Background()); err != nil {
		return err
	}
	defer d.api.Disconnect()

	lines := json.NewEncoder(os.Stdout)
	for _, s := range scenarios {
		if err := lines.Encode(d.answer(s)); err != nil {
			return err
		}
	}
	return lines.Encode(map[string]bool{"done": true})
}

func (d *driver) newClient(userID, token string, options ...client.Option) *client.APIClient {
	options = append([]client.Option{client.WithTransport(d.transport)}, options...)
	return client.NewAPIClient(d.url, token, userID, options...)
}

// answer runs a scenario and gives the line to print.
func (d *driver) answer(s scenario) map[string]any {
	ctx, cancel := context.WithTimeout(context.Background(), scenarioLimit)
	defer cancel()
	result, err := d.play(ctx, s)
	if err != nil {
		return map[string]any{"scenario": s.Name, "error": describe(err)}
	}
	return map[string]any{"scenario": s.Name, "result": result}
}

func (d *driver) play(ctx context.Context, s scenario) (any, error) {
	if s.Method != "" {
		return callTyped(ctx, d.api, s.Method, s.Params)
	}
	behave, found := behaviours[s.Name]
	if !found {
		return nil, fmt.Errorf("the driver knows no behaviour named %q", s.Name)
	}
	return behave(ctx, d)
}

// namesBoth is an error of which a scenario wants to know more.
type namesBoth struct {
	error
	holds bool
}

func (e *namesBoth) Unwrap() error { return e.error }

func describe(err error) map[string]any {
	described := map[string]any{"kind": "driver", "message": err.Error()}
	var unconnected *client.ConnectError
	var named *namesBoth
	if failed, isRPC := err.(*client.RPCError); isRPC {
		described["kind"] = kindOf(failed)
		described["code"] = failed.Code
		described["name"] = failed.Name
		described["message"] = failed.Message
		described["details"] = failed.Details
		described["class"] = "base"
		var missing *client.TaskMissingError
		var locked *client.TaskLockedError
		if errors.As(err, &missing) {
			described["class"], described["details"] = "TaskMissingError", missing.Details
		} else if errors.As(err, &locked) {
			described["class"] = "TaskLockedError"
		}
	} else if errors.As(err, &unconnected) {
		described["kind"] = connectKinds[unconnected.Kind]
	}
	if errors.As(err, &named) {
		described["names_both"] = named.holds
	}
	return described
}

var connectKinds = map[client.ConnectErrorKind]string{
	client.ConnectUnauthorized: "unauthorized",
	client.ConnectUnreachable:  "unreachable",
	client.ConnectTLS:          "tls",
	client.ConnectOrigin:       "origin",
	client.ConnectUnsupported:  "unsupported",
}

func kindOf(failed *client.RPCError) string {
	for _, kind := range []struct {
		target error
		name   string
	}{
		{context.DeadlineExceeded, "timeout"},
		{context.Canceled, "cancelled"},
		{client.ErrNotSent, "not_sent"},
		{client.ErrOutcomeUnknown, "outcome_unknown"},
		{client.ErrTooLarge, "too_large"},
		{client.ErrInvalidResult, "invalid_result"},
	} {
		if errors.Is(failed, kind.target) {
			return kind.name
		}
	}
	return "rpc"
}
