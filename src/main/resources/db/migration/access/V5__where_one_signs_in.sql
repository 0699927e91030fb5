-- The attempt that worked tells from where its owner signs in: there, the guesses of others do not lock the owner out.
-- A row of another kind never did. Kept thirty days; the others, one.
alter table access.attempt add column succeeded boolean not null default false check (not succeeded or kind = 'SIGN_IN');
create index attempt_that_worked on access.attempt (email, address, at) where succeeded;
