-- What becomes of a request: 'run', 'wait', 'repeat' with the reply, 'conflict' or 'unknown'.
--
-- ARGV[7]  '1' for a resend, otherwise '0'
-- ARGV[8]  milliseconds since its first sending was written, as the caller says, rounded up
-- ARGV[9]  the most of these for which anything can be vouched
-- ARGV[10] milliseconds that a request may have been on its way, which its age does not count

local is_resend, age, most_age, way = ARGV[7] == '1', tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])

if redis.call('EXISTS', epoch) == 0 then
  begin_epoch()
end

local entry = find()
if entry then
  if entry.print ~= print then
    return { 'conflict' }
  elseif entry.kind == 'reply' then
    return { 'repeat', entry.content }
  elseif is_own_claim(entry) then
    -- The client of this Redis sends again what was under way when its connection broke.
    return { 'run' }
  end
  return { entry.moment > now and 'wait' or 'unknown' }
end

if is_resend then
  local first_sent = now - age - way
  local evicted = tonumber(redis.call('HGET', calls, 'evicted') or '-inf')
  if age > most_age or evicted >= first_sent or epoch_moment() > first_sent then
    return { 'unknown' }
  end
end

put('claim', token, now + lease)
return { 'run' }
