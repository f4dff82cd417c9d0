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
	var answer map[string]any
	err := c.ask(ctx, action, body, &answer)
	return answer, err
}

// ask posts any body, and reads the answer into the value that is pointed to.
func (c control) ask(ctx context.Context, action string, body, answer any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/"+action, bytes.NewReader(text))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answered %s: %s", action, response.Status, said)
	}
	return json.Unmarshal(said, answer)
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
