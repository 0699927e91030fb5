-- The day an actor was written down, so that members are counted over the years. Unknown for those written before and changed
-- since: they count from the beginning.
alter table community.participant add column added_on date;
update community.participant set added_on = (changed_at at time zone 'Europe/Paris')::date where version = 0;
