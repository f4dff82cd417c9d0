-- Moves the end of a claim's lease on; makes the claim anew where it was flushed. 'lost' where the id is another's now.

local entry = find()
if not entry then
  put('claim', token, now + lease)
elseif is_own_claim(entry) then
  redis.call('ZADD', order, now + lease, id)
  live_on()
else
  return { 'lost' }
end
return { 'held' }
