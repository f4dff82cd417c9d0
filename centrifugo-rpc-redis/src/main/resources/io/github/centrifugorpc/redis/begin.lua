-- Begins the epoch of a bucket where it has none of this Redis.

epoch_moment()
return { 'begun' }
