module centrifugo-rpc/driver

go 1.22

require example.com/scenarios v0.0.0

require nhooyr.io/websocket v1.8.11 // indirect

replace example.com/scenarios => ../opensdk/go
