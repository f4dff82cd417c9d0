-- Puts the reply in the place of the claim. 'lost' where the id is another's now.
--
-- ARGV[7]  the reply

local entry = find()
if entry and not is_own_claim(entry) then
  return { 'lost' }
end
put('reply', ARGV[7], now)
return { 'kept' }
