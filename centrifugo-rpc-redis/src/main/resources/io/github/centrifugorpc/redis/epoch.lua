-- Since when this Redis has remembered everything.
--
-- KEYS[#KEYS]  the moment, and which Redis that was: another one after a restart or a failover, or one that has evicted
--          keys, may have lost some. It is gone where the keys were flushed.

local epoch = KEYS[#KEYS]

-- Empty where this Redis does not say.
local function identity()
  local replication = redis.pcall('INFO', 'replication')
  local stats = redis.pcall('INFO', 'stats')
  if type(replication) ~= 'string' or type(stats) ~= 'string' then
    return ''
  end
  local id, evicted = replication:match('master_replid:(%w+)'), stats:match('evicted_keys:(%d+)')
  return id and evicted and id .. '/' .. evicted or ''
end

local function begin_epoch()
  redis.call('SET', epoch, now .. ' ' .. identity())
end

-- The moment; begins anew where this Redis is another one by now.
local function epoch_moment()
  local began, by = (redis.call('GET', epoch) or ''):match('^(%d+) (.+)$')
  if not began or by ~= identity() then
    begin_epoch()
    return now
  end
  return tonumber(began)
end
