// The Go quick start, with the token in TOKEN.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	client "example.com/tasks-sdk"
)

func main() {
	stats, err := taskStats(context.Background(), os.Getenv("TOKEN"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%+v\n", *stats)
}

func taskStats(ctx context.Context, token string) (*client.TaskStatsResult, error) {
	// region quickstart
	api := client.NewAPIClient("ws://localhost:8000/connection/websocket", token, "user-123")
	if err := api.Connect(ctx); err != nil {
		return nil, err
	}
	defer api.Disconnect()
	stats, err := api.TasksGetStats(ctx, client.TaskStatsParams{UserId: "123"})
	// endregion
	return stats, err
}
