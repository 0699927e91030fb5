create schema if not exists datasets;

-- A job asked for on a page waits for its turn; a job remembers the edition that it made and the one that it replaced.
alter table datasets.job drop constraint job_state_check;
alter table datasets.job add constraint job_state_check
    check (state in ('WAITING', 'RUNNING', 'STOPPED', 'DONE', 'UNCHANGED', 'REFUSED'));
alter table datasets.job drop constraint job_check;
alter table datasets.job add constraint job_ends_once check ((state in ('WAITING', 'RUNNING')) = (ended_at is null));
alter table datasets.job add column edition text;
alter table datasets.job add column replaced text;

-- Checked at the end of each statement, so that one statement swaps the current edition and the former one.
drop index datasets.one_vintage_by_state;
alter table datasets.vintage
    add constraint one_vintage_by_state unique (dataset, state) deferrable initially immediate;
