-- One account's share of calls.
--
-- KEYS[1]  hash: a field 'c' .. id for each call, and beside them 'bytes' and 'evicted'
-- KEYS[2]  sorted set of the same ids, each with the moment until which it is known: for a reply when it was kept, for a
--          claim when its lease runs out
-- ARGV[1]  the correlation id
-- ARGV[2]  what the call asks for, so that another call by the same id is known
-- ARGV[3]  the token of the claim
-- ARGV[4]  milliseconds of a lease
-- ARGV[5]  milliseconds after its moment in which an entry is remembered
-- ARGV[6]  most bytes of the share

local calls, order = KEYS[1], KEYS[2]
local id, print, token = ARGV[1], ARGV[2], ARGV[3]
local lease, remembered, most_bytes = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])

-- Objects, an id in two places: what an entry costs beside its content, rounded up.
local own_bytes = 512

local function remove(some_id)
  -- First what a full Redis refuses, so that nothing is done by halves.
  redis.call('HINCRBY', calls, 'bytes', -(redis.call('HSTRLEN', calls, 'c' .. some_id) + own_bytes))
  redis.call('HDEL', calls, 'c' .. some_id)
  redis.call('ZREM', order, some_id)
end

-- The entry of this id, or nil: its kind, 'claim' or 'reply'; its print; the token or the reply; its moment.
local function find()
  local entry = redis.call('HGET', calls, 'c' .. id)
  if not entry then
    return nil
  end
  local moment = tonumber(redis.call('ZSCORE', order, id))
  if moment + remembered < now then
    remove(id)
    return nil
  end
  local print_end = 5 + tonumber(entry:sub(2, 5))
  return {
    kind = entry:sub(1, 1) == 'c' and 'claim' or 'reply',
    print = entry:sub(6, print_end),
    content = entry:sub(print_end + 1),
    moment = moment,
  }
end

local function is_own_claim(entry)
  return entry.kind == 'claim' and entry.content == token
end

-- Gives room back: what is no longer remembered first, then the oldest, but no claim whose lease runs.
local function make_room()
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', order, '-inf', '(' .. (now - remembered), 'LIMIT', 0, 100)) do
    remove(old)
  end
  while tonumber(redis.call('HGET', calls, 'bytes')) > most_bytes do
    local oldest = redis.call('ZRANGE', order, 0, 0, 'WITHSCORES')
    if #oldest == 0 or tonumber(oldest[2]) > now then
      break
    end
    remove(oldest[1])
    redis.call('HSET', calls, 'evicted', oldest[2])
  end
end

local function live_on()
  redis.call('PEXPIRE', calls, remembered + lease)
  redis.call('PEXPIRE', order, remembered + lease)
end

local function put(kind, content, moment)
  local entry = kind:sub(1, 1) .. string.format('%04d', #print) .. print .. content
  local growth = #entry - redis.call('HSTRLEN', calls, 'c' .. id)
  if redis.call('HSET', calls, 'c' .. id, entry) == 1 then
    growth = growth + own_bytes
  end
  redis.call('ZADD', order, moment, id)
  redis.call('HINCRBY', calls, 'bytes', growth)
  make_room()
  live_on()
end
