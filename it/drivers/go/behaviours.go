package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	client "example.com/scenarios"
)

// behaviours are the scenarios that are more than one typed call, by name.
var behaviours = map[string]func(ctx context.Context, d *driver) (any, error){
	"200 parallel calls on one connection":             parallelCalls,
	"two tabs of one user":                             twoTabs,
	"an untyped call":                                  untypedCall,
	"an untyped call to a method outside the contract": outsideTheContract,
	"params that do not fit":                           paramsThatDoNotFit,
	"no answer in time":                                noAnswerInTime,
	"cancelled by the caller":                          cancelled,
	"too large to send":                                tooLarge,
	"a call before connect":                            beforeConnect,
	"disconnected while a call is under way":           disconnected,
	"a wrong token":                                    wrongToken,
	"an expired token":                                 expiredToken,
	"a user id that differs from the token":            differingUser,
	"a client without a user":                          withoutUser,
	"nobody listens":                                   nobodyListens,
	"a forged reply":                                   forgedReply,
	"a user at the server's limit":                     userAtTheLimit,
	"the server restarts between calls":                restarting("restart-server"),
	"the server is down":                               serverIsDown,
	"Centrifugo restarts between calls":                restarting("restart-centrifugo"),
}

// matching makes calls at the same time and counts the answers that equal what was sent.
func matching(ctx context.Context, api *client.APIClient, from, to int32) int32 {
	var count atomic.Int32
	var group sync.WaitGroup
	for value := from; value < to; value++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if same, err := api.CallsSame(ctx, client.Number{Value: value}); err == nil && same == value {
				count.Add(1)
			}
		}()
	}
	group.Wait()
	return count.Load()
}

func parallelCalls(ctx context.Context, d *driver) (any, error) {
	return map[string]int32{"matching": matching(ctx, d.api, 0, 200)}, nil
}

func twoTabs(ctx context.Context, d *driver) (any, error) {
	second := d.newClient(d.userID, d.token)
	if err := second.Connect(ctx); err != nil {
		return nil, err
	}
	defer second.Disconnect()
	var ofFirst int32
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		ofFirst = matching(ctx, d.api, 0, 20)
	}()
	ofSecond := matching(ctx, second, 100, 120)
	group.Wait()
	return map[string]int32{"matching": ofFirst + ofSecond}, nil
}

func untyped(ctx context.Context, d *driver, method string, params any) (any, error) {
	result, err := d.api.Call(ctx, method, params)
	return json.RawMessage(result), err
}

func untypedCall(ctx context.Context, d *driver) (any, error) {
	return untyped(ctx, d, "calls.same", map[string]int{"value": 7})
}

func outsideTheContract(ctx context.Context, d *driver) (any, error) {
	return untyped(ctx, d, "outside.contract", nil)
}

func paramsThatDoNotFit(ctx context.Context, d *driver) (any, error) {
	return untyped(ctx, d, "calls.same", map[string]string{"value": "seven"})
}

func noAnswerInTime(ctx context.Context, d *driver) (any, error) {
	ctx, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	return d.api.CallsSlow(ctx, client.Slow{Millis: 20000})
}

// slowCall starts a long call, and returns once it was handed over: a later call has been answered.
func slowCall(ctx context.Context, api *client.APIClient) (<-chan error, error) {
	ended := make(chan error, 1)
	started := make(chan struct{})
	go func() {
		close(started)
		_, err := api.CallsSlow(ctx, client.Slow{Millis: 20000})
		ended <- err
	}()
	<-started
	_, err := api.CallsSame(context.WithoutCancel(ctx), client.Number{Value: 1})
	return ended, err
}

func cancelled(ctx context.Context, d *driver) (any, error) {
	cancellable, cancel := context.WithCancel(ctx)
	defer cancel()
	ended, err := slowCall(cancellable, d.api)
	if err != nil {
		return nil, broken(err)
	}
	cancel()
	err = <-ended
	if _, broke := d.api.CallsSame(ctx, client.Number{Value: 1}); broke != nil {
		return nil, broken(broke)
	}
	return nil, err
}

func tooLarge(ctx context.Context, d *driver) (any, error) {
	_, err := untyped(ctx, d, "calls.same", map[string]any{"value": 1, "more": strings.Repeat("x", 70000)})
	if _, broke := d.api.CallsSame(ctx, client.Number{Value: 1}); broke != nil {
		return nil, broken(broke)
	}
	return nil, err
}

// broken hides what kind of error it was: no scenario expects it.
func broken(err error) error {
	return errors.New("the connection is of no use any more: " + err.Error())
}

func beforeConnect(ctx context.Context, d *driver) (any, error) {
	return nil, d.newClient(d.userID, d.token).CallsTouch(ctx)
}

func disconnected(ctx context.Context, d *driver) (any, error) {
	own := d.newClient(d.userID, d.token)
	if err := own.Connect(ctx); err != nil {
		return nil, err
	}
	defer own.Disconnect()
	ended, err := slowCall(ctx, own)
	if err != nil {
		return nil, broken(err)
	}
	own.Disconnect()
	return nil, <-ended
}

func connectWith(ctx context.Context, d *driver, userID, tokenUser, kind string) error {
	token, err := d.control.token(ctx, tokenUser, kind)
	if err != nil {
		return err
	}
	api := d.newClient(userID, token)
	defer api.Disconnect()
	return api.Connect(ctx)
}

func wrongToken(ctx context.Context, d *driver) (any, error) {
	return nil, connectWith(ctx, d, "eve", "eve", "foreign")
}

func expiredToken(ctx context.Context, d *driver) (any, error) {
	return nil, connectWith(ctx, d, "eve", "eve", "expired")
}

func differingUser(ctx context.Context, d *driver) (any, error) {
	err := connectWith(ctx, d, "bob", "eve", "valid")
	if err == nil {
		return nil, nil
	}
	holds := strings.Contains(err.Error(), "bob") && strings.Contains(err.Error(), "eve")
	return nil, &namesBoth{err, holds}
}

func withoutUser(ctx context.Context, d *driver) (any, error) {
	return nil, connectWith(ctx, d, "", "", "valid")
}

func nobodyListens(ctx context.Context, d *driver) (any, error) {
	api := client.NewAPIClient("ws://127.0.0.1:9/connection/websocket", d.token, d.userID, client.WithTimeout(2*time.Second))
	return nil, api.Connect(ctx)
}

func forgedReply(ctx context.Context, d *driver) (any, error) {
	type outcome struct {
		result *client.Number
		err    error
	}
	ended := make(chan outcome, 1)
	go func() {
		result, err := d.api.CallsSlow(ctx, client.Slow{Millis: 500})
		ended <- outcome{result, err}
	}()
	answer, err := d.control.do(ctx, "forge-reply", map[string]string{"user": d.userID})
	if err != nil {
		return nil, err
	}
	end := <-ended
	return map[string]any{"call": end.result, "refused": answer["refused"]}, end.err
}

func userAtTheLimit(ctx context.Context, d *driver) (any, error) {
	token, err := d.control.token(ctx, "greedy", "valid")
	if err != nil {
		return nil, err
	}
	var clients [5]*client.APIClient
	for i := range clients {
		clients[i] = d.newClient("greedy", token)
		if err := clients[i].Connect(ctx); err != nil {
			return nil, err
		}
		defer clients[i].Disconnect()
	}
	late := clients[4]
	var count atomic.Int32
	var group sync.WaitGroup
	for value := range int32(256) {
		group.Add(1)
		go func() {
			defer group.Done()
			held, err := clients[value/64].CapacityHold(ctx, client.Number{Value: value})
			if err == nil && held.Value == value {
				count.Add(1)
			}
		}()
	}
	if _, err := d.api.CapacityAwaitHeld(ctx, client.Number{Value: 256}); err != nil {
		return nil, err
	}
	var refused map[string]any
	if _, refusal := late.CallsSame(ctx, client.Number{Value: 1}); refusal != nil {
		refused = describe(refusal)
	}
	if _, err := d.api.CapacityRelease(ctx); err != nil {
		return nil, err
	}
	group.Wait()
	afterwards, err := late.CallsSame(ctx, client.Number{Value: 2})
	return map[string]any{"refused": refused, "matching": count.Load(), "afterwards": afterwards}, err
}

func serverIsDown(ctx context.Context, d *driver) (any, error) {
	once := d.newClient(d.userID, d.token, client.WithoutResend())
	if err := once.Connect(ctx); err != nil {
		return nil, err
	}
	defer once.Disconnect()
	if _, err := d.control.do(ctx, "stop-server", nil); err != nil {
		return nil, err
	}
	same, err := once.CallsSame(ctx, client.Number{Value: 1})
	if _, startErr := d.control.do(ctx, "start-server", nil); startErr != nil {
		return nil, startErr
	}
	return same, err
}

func restarting(action string) func(ctx context.Context, d *driver) (any, error) {
	return func(ctx context.Context, d *driver) (any, error) {
		before, err := d.api.CallsSame(ctx, client.Number{Value: 1})
		if err != nil {
			return nil, fmt.Errorf("before %s: %w", action, err)
		}
		if _, err := d.control.do(ctx, action, nil); err != nil {
			return nil, err
		}
		after, err := d.api.CallsSame(ctx, client.Number{Value: 2})
		return []int32{before, after}, err
	}
}
