package client

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

var userIDs = regexp.MustCompile(`^[A-Za-z0-9_.@-]{1,128}$`)

func unauthorized(message string, err error) *ConnectError {
	return &ConnectError{Kind: ConnectUnauthorized, Message: message, Err: err}
}

// checkUserID refuses ids that would change who may read a reply channel.
func checkUserID(userID string) error {
	if !userIDs.MatchString(userID) {
		return unauthorized(fmt.Sprintf(
			"the user id %q cannot be used: a user id has 1 to 128 of the characters A-Z a-z 0-9 _ . @ -", userID), nil)
	}
	return nil
}

// checkToken refuses a token of another user, whose replies would go elsewhere. Whether the token is genuine is for
// the server to say.
func checkToken(token, userID string) error {
	if token == "" {
		return unauthorized("there is no token; pass one, or use WithTokenProvider", nil)
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return unauthorized("the token is not a JSON Web Token of three parts", nil)
	}
	payload, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(parts[1], "="))
	if err != nil {
		return unauthorized("the payload of the token is not base64", err)
	}
	var claims struct {
		Subject *string `json:"sub"`
	}
	if err := json.Unmarshal(payload, &claims); err != nil {
		return unauthorized("the payload of the token cannot be read", err)
	}
	if claims.Subject == nil {
		return unauthorized(`the token has no "sub" claim, which names its user`, nil)
	}
	if *claims.Subject != userID {
		return unauthorized(fmt.Sprintf(
			"the token is for user %q and the client for user %q; use a token of that user", *claims.Subject, userID), nil)
	}
	return nil
}

// newToken asks the provider, in a goroutine of its own: a provider that ignores its context must not hold up the rest.
func (s *settings) newToken(ctx context.Context) (string, error) {
	type answer struct {
		token string
		err   error
	}
	answers := make(chan answer, 1)
	go func() {
		token, err := s.tokenProvider(ctx)
		answers <- answer{token, err}
	}()
	select {
	case a := <-answers:
		if a.err != nil {
			return "", fmt.Errorf("the token provider failed: %w", a.err)
		}
		return a.token, checkToken(a.token, s.userID)
	case <-ctx.Done():
		return "", fmt.Errorf("the token provider gave no answer: %w", ctx.Err())
	}
}
