package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

const (
	// helloBytes is how much of the fingerprints goes into one request.
	helloBytes = 32 << 10
	// namedMethods is how many methods a message names before it only counts them.
	namedMethods = 10
)

// A contract is what a client was generated from, as far as a server can compare it with its own.
type contract struct {
	hash string
	// fingerprints has a line for each method: its wire name, a blank, its fingerprint.
	fingerprints string
}

// A difference is what a server's contract has not as the client's has it.
type difference struct {
	Same      bool     `json:"same"`
	Missing   []string `json:"missing"`
	Different []string `json:"different"`
}

type helloParams struct {
	Hash    string            `json:"contract_hash"`
	Methods map[string]string `json:"methods,omitempty"`
}

// compareContracts asks the server whether its contract is the client's, and if not, which methods differ.
func (c *connection) compareContracts(ctx context.Context) (*difference, error) {
	found, err := c.hello(ctx, helloParams{Hash: c.contract.hash})
	if err != nil || found.Same {
		return found, err
	}
	found = &difference{}
	for _, methods := range c.contract.chunks(min(helloBytes, c.maxFrameBytes/2)) {
		part, err := c.hello(ctx, helloParams{c.contract.hash, methods})
		if err != nil {
			return nil, err
		}
		found.Missing = append(found.Missing, part.Missing...)
		found.Different = append(found.Different, part.Different...)
	}
	slices.Sort(found.Missing)
	slices.Sort(found.Different)
	return found, nil
}

func (c *connection) hello(ctx context.Context, params helloParams) (*difference, error) {
	payload, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	ctx, cancel := limited(ctx, c.timeout)
	defer cancel()
	answer, err := c.invoke(ctx, "system.hello", payload)
	if err != nil {
		return nil, err
	}
	var found difference
	if err := json.Unmarshal(answer, &found); err != nil {
		return nil, invalidResult("system.hello", err.Error())
	}
	return &found, nil
}

// chunks gives the fingerprints in parts of so many bytes as JSON.
func (c *contract) chunks(limitBytes int) []map[string]string {
	var chunks []map[string]string
	room := 0
	for _, line := range strings.Split(c.fingerprints, "\n") {
		name, fingerprint, isMethod := strings.Cut(line, " ")
		if !isMethod {
			continue
		}
		size := len(line) + len(`"":"",`)
		if room < size {
			chunks = append(chunks, map[string]string{})
			room = limitBytes
		}
		chunks[len(chunks)-1][name] = fingerprint
		room -= size
	}
	return chunks
}

// isHarmless reports whether every method of the client works with the server.
func (d *difference) isHarmless() bool { return len(d.Missing)+len(d.Different) == 0 }

func (d *difference) String() string {
	var parts []string
	if len(d.Missing) > 0 {
		parts = append(parts, "it does not have "+named(d.Missing))
	}
	if len(d.Different) > 0 {
		parts = append(parts, "it has in another form "+named(d.Different))
	}
	return "the server's contract is not the one that this SDK was generated from: " + strings.Join(parts, "; ") +
		". Generate the SDK again, or update the server."
}

func named(methods []string) string {
	if len(methods) <= namedMethods {
		return strings.Join(methods, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(methods[:namedMethods], ", "), len(methods)-namedMethods)
}

// greet compares the contracts beside the calls, which wait for nothing and do not learn how it ends.
func (c *connection) greet() {
	found, err := c.compareContracts(c.life)
	switch {
	case err != nil:
		c.logger.Debug("the server's contract could not be compared", "reason", err)
	case !found.isHarmless():
		c.logger.Warn(found.String())
	}
}

// greetStrictly fails where a method of the client does not work with the server, and where nobody can tell.
func (c *connection) greetStrictly(ctx context.Context) error {
	found, err := c.compareContracts(ctx)
	var refused *RPCError
	switch {
	case errors.As(err, &refused) && refused.Code == 404:
		return &ConnectError{
			Kind:    ConnectUnsupported,
			Message: "the server says nothing of its contract, and WithStrictContract needs that; update the server",
			Err:     err,
		}
	case err != nil && c.reason() != nil:
		return c.reason()
	case err != nil:
		return &ConnectError{
			Kind:    ConnectUnreachable,
			Message: fmt.Sprintf("the server's contract could not be compared: %v", err),
			Err:     err,
		}
	case !found.isHarmless():
		return &ConnectError{Kind: ConnectUnsupported, Message: found.String()}
	}
	return nil
}
