-- Takes the claim back, if it is there.

local entry = find()
if entry and is_own_claim(entry) then
  remove(id)
end
return { 'released' }
