package client

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"net/url"
)

// checkAddress refuses what is no WebSocket address.
func checkAddress(address string) error {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "ws" && parsed.Scheme != "wss" {
		return &ConnectError{Kind: ConnectUnreachable, Message: fmt.Sprintf(
			"%q is no WebSocket address; use one like ws://localhost:8000/connection/websocket", address)}
	}
	return nil
}

// shownAddress is the address without what may be secret in it.
func shownAddress(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return "the server"
	}
	return parsed.Scheme + "://" + parsed.Host + parsed.Path
}

// dialError says why the WebSocket could not be opened.
func dialError(address string, response *http.Response, err error) *ConnectError {
	at := shownAddress(address)
	var inURL *url.Error
	if errors.As(err, &inURL) {
		// The text around it repeats the address, query and all.
		err = inURL.Err
	}
	if isTLS(err) {
		return &ConnectError{Kind: ConnectTLS, Message: fmt.Sprintf("no secure connection to %s: %v", at, err), Err: err}
	}
	if response == nil {
		return &ConnectError{Kind: ConnectUnreachable, Message: fmt.Sprintf("no connection to %s: %v", at, err), Err: err}
	}
	status := response.StatusCode
	failed := &ConnectError{Err: err}
	switch {
	case status == http.StatusForbidden:
		failed.Kind = ConnectOrigin
		failed.Message = fmt.Sprintf("%s answered 403: look at client.allowed_origins in Centrifugo's configuration", at)
	case status == http.StatusUnauthorized:
		failed.Kind = ConnectUnauthorized
		failed.Message = fmt.Sprintf("%s answered 401: something in front of Centrifugo wants a login", at)
	case status >= 500 || status == http.StatusTooManyRequests:
		failed.Kind = ConnectUnreachable
		failed.Message = fmt.Sprintf("%s answered %d", at, status)
	default:
		failed.Kind = ConnectUnsupported
		failed.Message = fmt.Sprintf("%s answered %d and opened no WebSocket: "+
			"is this Centrifugo's address, which ends in /connection/websocket?", at, status)
	}
	return failed
}

func isTLS(err error) bool {
	var (
		alert     tls.AlertError
		header    tls.RecordHeaderError
		untrusted *tls.CertificateVerificationError
		authority x509.UnknownAuthorityError
		hostname  x509.HostnameError
		invalid   x509.CertificateInvalidError
	)
	return errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &alert) || errors.As(err, &header) || errors.As(err, &untrusted) ||
		errors.As(err, &authority) || errors.As(err, &hostname) || errors.As(err, &invalid)
}

// handshakeError says why Centrifugo refused to connect or to subscribe.
func handshakeError(address string, err error) *ConnectError {
	var known *ConnectError
	if errors.As(err, &known) {
		return known
	}
	failed := &ConnectError{
		Kind:    ConnectUnreachable,
		Message: fmt.Sprintf("%s: %v", shownAddress(address), err),
		Err:     err,
	}
	var answered *centrifugoError
	var closed *closedError
	var unsubscribed *unsubscribedError
	switch {
	case errors.As(err, &answered):
		failed.Kind = kindOfError(answered)
		if hint := configurationHints[answered.Code]; hint != "" {
			failed.Message += ": " + hint
		}
	case errors.As(err, &closed):
		failed.Kind = kindOfClose(closed)
	case errors.As(err, &unsubscribed):
		failed.Kind = ConnectUnauthorized
	case errors.Is(err, errNotCentrifugo):
		failed.Kind = ConnectUnsupported
	}
	return failed
}

func kindOfError(e *centrifugoError) ConnectErrorKind {
	switch {
	case e.Code == 101 || e.Code == 109:
		return ConnectUnauthorized
	case e.Temporary || e.Code == 100 || e.Code == 111:
		return ConnectUnreachable
	}
	return ConnectUnsupported
}

func kindOfClose(e *closedError) ConnectErrorKind {
	switch {
	case e.code == 3500 || e.code == 3503 || e.code == 3507:
		return ConnectUnauthorized
	case e.code == 3504 || e.code == 3505 || !e.isTerminal():
		return ConnectUnreachable
	}
	return ConnectUnsupported
}

// isFinal reports whether trying to connect again, without a change by somebody, must fail again.
func isFinal(err error) bool {
	var closed *closedError
	if errors.As(err, &closed) {
		return closed.isTerminal()
	}
	var answered *centrifugoError
	if errors.As(err, &answered) {
		return kindOfError(answered) != ConnectUnreachable
	}
	var unsubscribed *unsubscribedError
	if errors.As(err, &unsubscribed) {
		return true
	}
	var failed *ConnectError
	return errors.As(err, &failed) && failed.Kind == ConnectUnauthorized
}

// configurationHints name the setting of Centrifugo to look at, by its error codes.
var configurationHints = map[int]string{
	102: `look at channel.namespaces in Centrifugo's configuration; the layout "namespaced" needs "rpc" and "rpcreply"`,
	103: "look at allow_user_limited_channels and publish_proxy_enabled of the channels in Centrifugo's configuration",
	104: "look at rpc.without_namespace.proxy_enabled and rpc.namespaces in Centrifugo's configuration",
	107: "look at publication_data_format and channel.max_length in Centrifugo's configuration",
	109: "pass a new token, or use WithTokenProvider",
	108: "look at publish_proxy_enabled and rpc.without_namespace.proxy_enabled in Centrifugo's configuration",
}
