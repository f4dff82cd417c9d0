package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// control asks the test that started everything to do something; it answers once that is done.
type control struct{ url string }

func (c control) do(ctx context.Context, action string, body map[string]string) (map[string]any, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/"+action, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answered %s: %s", action, response.Status, answer)
	}
	var result map[string]any
	return result, json.Unmarshal(answer, &result)
}

func (c control) token(ctx context.Context, user, kind string) (string, error) {
	answer, err := c.do(ctx, "token", map[string]string{"user": user, "kind": kind})
	if err != nil {
		return "", err
	}
	token, isText := answer["token"].(string)
	if !isText {
		return "", fmt.Errorf("the control endpoint gave no token: %v", answer)
	}
	return token, nil
}
