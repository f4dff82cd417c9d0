package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// What errors.Is finds behind an [RPCError] that the client made itself. A call that got no answer in time is found by
// [context.DeadlineExceeded], one that its caller gave up by [context.Canceled].
var (
	// ErrNotSent says that the request was never handed to a connected transport: repeating it is safe.
	ErrNotSent = errors.New("the request was not sent")
	// ErrOutcomeUnknown says that the request was handed over and that nobody can tell whether it was carried out.
	ErrOutcomeUnknown = errors.New("the outcome of the request is unknown")
	// ErrTooLarge says that the request does not fit into one frame; it was not sent.
	ErrTooLarge = errors.New("the request is too large to send")
	// ErrInvalidResult says that the reply does not fit the contract.
	ErrInvalidResult = errors.New("the reply does not fit the contract")
)

// RPCError is what every failed call returns, whether the server refused it or the client could not carry it out.
type RPCError struct {
	// Method is the wire name of the method that was called.
	Method string
	// Code is the number of the error, for example 422 for params the server refused.
	Code int
	// Name is the stable name of the error, for example "invalid_params".
	Name string
	// Message is meant for people.
	Message string
	// Details is the JSON that came with the error, or nil.
	Details json.RawMessage

	cause error
}

// Error gives the method, the code, the name and the message.
func (e *RPCError) Error() string {
	return fmt.Sprintf("%s: %d %s: %s", e.Method, e.Code, e.Name, e.Message)
}

// Unwrap gives what kind of failure this is: one of the package's Err variables, [context.DeadlineExceeded],
// [context.Canceled], an error that the method declares, or nil.
func (e *RPCError) Unwrap() error { return e.cause }

// ConnectErrorKind tells why a connection could not be made.
type ConnectErrorKind string

// The kinds of a [ConnectError].
const (
	// ConnectUnauthorized says that the token or the user id was refused.
	ConnectUnauthorized ConnectErrorKind = "unauthorized"
	// ConnectUnreachable says that nobody answered at the address, or not in time.
	ConnectUnreachable ConnectErrorKind = "unreachable"
	// ConnectTLS says that the secure connection could not be made.
	ConnectTLS ConnectErrorKind = "tls"
	// ConnectOrigin says that the server does not accept the origin of the request.
	ConnectOrigin ConnectErrorKind = "origin"
	// ConnectUnsupported says that the server is no Centrifugo, or is not configured for this client.
	ConnectUnsupported ConnectErrorKind = "unsupported_server"
)

// ConnectError says why Connect failed, or why a connection ended for good.
type ConnectError struct {
	Kind    ConnectErrorKind
	Message string
	// Err is the underlying cause, or nil.
	Err error
}

// Error gives the kind and the message.
func (e *ConnectError) Error() string { return "cannot connect (" + string(e.Kind) + "): " + e.Message }

// Unwrap gives the underlying cause.
func (e *ConnectError) Unwrap() error { return e.Err }

// errorNames are the names of the codes that the wire rules define.
var errorNames = map[int]string{
	400: "bad_request",
	401: "unauthenticated",
	403: "permission_denied",
	404: "method_not_found",
	408: "deadline_exceeded",
	409: "conflict",
	410: "outcome_unknown",
	413: "too_large",
	422: "invalid_params",
	429: "overloaded",
	499: "cancelled",
	500: "internal",
	503: "unavailable",
}

// errorCauses are the codes of the server that mean the same as a failure the client makes itself.
var errorCauses = map[int]error{
	408: context.DeadlineExceeded,
	410: ErrOutcomeUnknown,
}

// serverError is an error as the server wrote it into a reply.
type serverError struct {
	Code    int             `json:"code"`
	Name    string          `json:"name"`
	Message string          `json:"message"`
	Details json.RawMessage `json:"details"`
}

func (e *serverError) of(method string) *RPCError {
	cause := errorCauses[e.Code]
	if own := declaredError(e); own != nil {
		cause = own
	}
	return &RPCError{
		Method:  method,
		Code:    e.Code,
		Name:    e.Name,
		Message: e.Message,
		Details: e.Details,
		cause:   cause,
	}
}

func invalidParams(method string, err error) *RPCError {
	return &RPCError{
		Method:  method,
		Code:    422,
		Name:    "invalid_params",
		Message: fmt.Sprintf("the params cannot be written as JSON: %v. Nothing was sent.", err),
		cause:   err,
	}
}

func invalidResult(method, reason string) *RPCError {
	return &RPCError{
		Method:  method,
		Code:    500,
		Name:    "invalid_result",
		Message: "the reply does not fit the contract: " + reason + ". Generate the client again from the server's contract.",
		cause:   ErrInvalidResult,
	}
}

func notSent(method, reason string) *RPCError {
	return &RPCError{Method: method, Code: 503, Name: "not_sent", Message: reason, cause: ErrNotSent}
}

func outcomeUnknown(method, reason string) *RPCError {
	return &RPCError{
		Method:  method,
		Code:    410,
		Name:    "outcome_unknown",
		Message: reason + ". The server may have run it; repeat it only if that is safe.",
		cause:   ErrOutcomeUnknown,
	}
}

func timedOut(method, limit string) *RPCError {
	return &RPCError{
		Method:  method,
		Code:    408,
		Name:    "deadline_exceeded",
		Message: "no reply within " + limit + ". The server may still run it; repeat it only if that is safe.",
		cause:   context.DeadlineExceeded,
	}
}

func cancelled(method string, cause error) *RPCError {
	return &RPCError{Method: method, Code: 499, Name: "cancelled", Message: "the caller gave up", cause: cause}
}

func tooLarge(method string, frameBytes, limitBytes int) *RPCError {
	return &RPCError{
		Method: method,
		Code:   413,
		Name:   "too_large",
		Message: fmt.Sprintf("the request takes a frame of %d bytes and the limit is %d. Send less, or raise "+
			"websocket.message_size_limit in Centrifugo's configuration and WithMaxFrameBytes to the same value.",
			frameBytes, limitBytes),
		cause: ErrTooLarge,
	}
}
