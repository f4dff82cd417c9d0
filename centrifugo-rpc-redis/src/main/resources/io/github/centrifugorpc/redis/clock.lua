-- All moments are milliseconds of Redis's own clock, so those of the servers may differ.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
