package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	client "example.com/scenarios"
)

// command is what the fault suite may say; it/README.md lists it.
type command struct {
	Do        string           `json:"do"`
	Client    string           `json:"client"`
	URL       string           `json:"url"`
	User      string           `json:"user"`
	Transport client.Transport `json:"transport"`
	Resend    bool             `json:"resend"`
	Method    string           `json:"method"`
	Token     string           `json:"token"`
	TimeoutMS int              `json:"timeout_ms"`
	Call      string           `json:"call"`
}

// puppet does what the fault suite tells it, and says what came of it.
type puppet struct {
	control control
	events  chan map[string]any
	working sync.WaitGroup
	clients sync.Map // of *client.APIClient, by name
	cancels sync.Map // of context.CancelFunc, by the token of the call
}

func runPuppet() error {
	p := &puppet{control: control{os.Getenv("CONTROL_URL")}, events: make(chan map[string]any, 1024)}
	reported := make(chan error, 1)
	go func() { reported <- p.report() }()
	for {
		var answer struct {
			Commands []command `json:"commands"`
		}
		if err := p.control.ask(context.Background(), "next", struct{}{}, &answer); err != nil {
			return err
		}
		for _, c := range answer.Commands {
			if c.Do == "exit" {
				p.working.Wait()
				close(p.events)
				return <-reported
			}
			if err := p.follow(c); err != nil {
				return err
			}
		}
	}
}

// follow begins what the command says; the end of it is an event.
func (p *puppet) follow(c command) error {
	ctx, cancel := context.WithCancel(context.Background())
	switch c.Do {
	case "open":
		p.start("opened", c.Client, cancel, func() (any, error) { return nil, p.open(ctx, c) })
	case "call":
		p.cancels.Store(c.Token, cancel)
		p.start("ended", c.Token, cancel, func() (any, error) { return p.call(ctx, c) })
	case "close":
		p.start("closed", c.Client, cancel, func() (any, error) { return nil, p.close(c.Client) })
	case "cancel":
		cancel()
		if cancelCall, found := p.cancels.Load(c.Call); found {
			cancelCall.(context.CancelFunc)()
		}
	default:
		cancel()
		return fmt.Errorf("unknown command %q", c.Do)
	}
	return nil
}

func (p *puppet) start(event, name string, cancel context.CancelFunc, work func() (any, error)) {
	p.working.Add(1)
	go func() {
		defer p.working.Done()
		defer cancel()
		said := map[string]any{"event": event, "name": name}
		result, err := work()
		if err != nil {
			said["error"] = describe(err)
		} else {
			said["result"] = result
		}
		p.events <- said
	}()
}

func (p *puppet) open(ctx context.Context, c command) error {
	token := func(ctx context.Context) (string, error) {
		answer, err := p.control.do(ctx, "token", map[string]string{"user": c.User})
		if err != nil {
			return "", err
		}
		return answer["token"].(string), nil
	}
	first, err := token(ctx)
	if err != nil {
		return err
	}
	options := []client.Option{client.WithTransport(c.Transport), client.WithTokenProvider(token)}
	if !c.Resend {
		options = append(options, client.WithoutResend())
	}
	api := client.NewAPIClient(c.URL, first, c.User, options...)
	p.clients.Store(c.Client, api)
	return api.Connect(ctx)
}

func (p *puppet) call(ctx context.Context, c command) (any, error) {
	defer p.cancels.Delete(c.Token)
	ctx, cancel := context.WithTimeout(ctx, time.Duration(c.TimeoutMS)*time.Millisecond)
	defer cancel()
	api, found := p.clients.Load(c.Client)
	if !found {
		return nil, fmt.Errorf("there is no client %s", c.Client)
	}
	params, err := json.Marshal(client.Step{Token: c.Token})
	if err != nil {
		return nil, err
	}
	return callTyped(ctx, api.(*client.APIClient), c.Method, params)
}

func (p *puppet) close(name string) error {
	if api, found := p.clients.LoadAndDelete(name); found {
		api.(*client.APIClient).Disconnect()
	}
	return nil
}

// report posts what happened, together with all that happens until the post before has been answered.
func (p *puppet) report() error {
	for event := range p.events {
		batch := []any{event}
		for range len(p.events) {
			batch = append(batch, <-p.events)
		}
		var answer struct{}
		if err := p.control.ask(context.Background(), "report", map[string]any{"events": batch}, &answer); err != nil {
			return err
		}
	}
	return nil
}
