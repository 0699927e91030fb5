-- A form filled before the browser lost its session is kept for the person it was shown to (fr.maillage.access.session).
-- form_hash: of the hidden value of the forms of this session; sessions opened before this column have none.
alter table access.session add column form_hash bytea unique;
-- Replaced by a new sign-in of the same browser. The row stays a day, as that of a session ended by time.
alter table access.session add column ended_at timestamptz;
