package main

import (
	"context"
	"encoding/json"
	"testing"

	client "example.com/tasks-sdk"
)

// region in-memory

// openTasks is what this program does with the client.
func openTasks(ctx context.Context, api *client.APIClient, userID string) (int32, error) {
	stats, err := api.TasksGetStats(ctx, client.TaskStatsParams{UserId: userID})
	if err != nil {
		return 0, err
	}
	return stats.Pending, nil
}

func TestOpenTasks(t *testing.T) {
	api := client.NewAPIClientWith(client.NewInMemory(map[string]func(context.Context, json.RawMessage) (any, error){
		"tasks.get_stats": func(context.Context, json.RawMessage) (any, error) {
			return client.TaskStatsResult{Total: 3, Completed: 1, Pending: 2}, nil
		},
	}))

	open, err := openTasks(context.Background(), api, "123")

	if err != nil || open != 2 {
		t.Fatalf("got %d, %v", open, err)
	}
}

// endregion
