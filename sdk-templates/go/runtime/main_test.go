package client

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain fails when a goroutine of the package outlives the tests, all of which end their clients.
func TestMain(m *testing.M) {
	code := m.Run()
	if leaked := leakedGoroutines(); code == 0 && leaked != "" {
		fmt.Fprintln(os.Stderr, "goroutines were left behind:\n\n"+leaked)
		code = 1
	}
	os.Exit(code)
}

// leakedGoroutines gives the stacks that are still there after a while.
func leakedGoroutines() string {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(limit)
	for {
		var leaked []string
		stacks := make([]byte, 1<<20)
		for _, stack := range strings.Split(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
			isOurs := strings.Contains(stack, "centrifugo-rpc/client.") || strings.Contains(stack, "nhooyr.io/websocket")
			if isOurs && !strings.Contains(stack, "TestMain") {
				leaked = append(leaked, stack)
			}
		}
		if leaked == nil {
			return ""
		}
		select {
		case <-tick.C:
		case <-deadline:
			return strings.Join(leaked, "\n\n")
		}
	}
}
