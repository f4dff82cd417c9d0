module centrifugo-rpc/client

go 1.22

require nhooyr.io/websocket v1.8.11
