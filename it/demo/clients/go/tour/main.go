// More of the Go client: errors, time limits, untyped calls. It takes the token from TOKEN.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	client "example.com/tasks-sdk"
)

const url = "ws://localhost:8000/connection/websocket"

func main() {
	ctx, token := context.Background(), os.Getenv("TOKEN")
	for _, step := range []func(context.Context, string) error{completed, refused, untyped, longLived} {
		if err := step(ctx, token); err != nil {
			log.Fatal(err)
		}
	}
}

func completed(ctx context.Context, token string) error {
	// region rpc-transport
	api := client.NewAPIClient(url, token, "user-123",
		client.WithTransport(client.RPC), client.WithTimeout(10*time.Second))
	// endregion
	if err := api.Connect(ctx); err != nil {
		return err
	}
	defer api.Disconnect()
	// region complete
	task, err := api.TasksCreate(ctx, client.CreateTaskParams{UserId: "123", Title: "Read the guide"})
	if err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	done, err := api.TasksComplete(limited, client.TaskParams{UserId: "123", Id: task.Id})
	if err != nil {
		return err
	}
	fmt.Println(done.Title, "is", done.Status)
	// endregion
	return nil
}

func refused(ctx context.Context, token string) error {
	api := client.NewAPIClient(url, token, "user-123")
	if err := api.Connect(ctx); err != nil {
		return err
	}
	defer api.Disconnect()
	// region errors
	_, err := api.TasksComplete(ctx, client.TaskParams{UserId: "123", Id: "00000000-0000-0000-0000-000000000000"})
	var failed *client.RPCError
	switch {
	case errors.Is(err, client.ErrNotSent):
		fmt.Println("never sent: repeat it")
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, client.ErrOutcomeUnknown):
		fmt.Println("it may have run: look before you repeat it")
	case errors.As(err, &failed):
		fmt.Println(failed.Code, failed.Name, string(failed.Details))
	}
	// endregion
	return nil
}

func untyped(ctx context.Context, token string) error {
	api := client.NewAPIClient(url, token, "user-123")
	if err := api.Connect(ctx); err != nil {
		return err
	}
	defer api.Disconnect()
	// region untyped
	answer, err := api.Call(ctx, "tasks.get_stats", map[string]any{"user_id": "123"})
	if err != nil {
		return err
	}
	var stats struct{ Total int }
	if err := json.Unmarshal(answer, &stats); err != nil {
		return err
	}
	fmt.Println(stats.Total)
	// endregion
	return nil
}

func longLived(ctx context.Context, token string) error {
	freshToken := func(context.Context) (string, error) { return token, nil }
	// region token
	api := client.NewAPIClient(url, "", "user-123", client.WithTokenProvider(freshToken))
	// endregion
	if err := api.Connect(ctx); err != nil {
		return err
	}
	api.Disconnect()
	return nil
}
