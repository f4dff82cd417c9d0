module example.com/tasks-clients

go 1.22

require example.com/tasks-sdk v0.0.0

require nhooyr.io/websocket v1.8.11 // indirect

replace example.com/tasks-sdk => ../../server/opensdk/go
