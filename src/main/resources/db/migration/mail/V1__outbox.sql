create schema if not exists mail;

-- Written in the transaction of the act that it tells of; delivered after it, never before.
create table mail.message (
    id              uuid primary key,
    recipient       public.citext not null,
    subject         text          not null check (subject <> '' and subject !~ '[\r\n]'),
    -- Erased once delivered: it may hold a one-time link, and nothing needs it any more.
    body            text,
    context_kind    text,
    context_id      text,
    created_at      timestamptz   not null,
    attempts        int           not null default 0,
    next_attempt_at timestamptz   not null,
    -- Set and committed before the server is called: whoever dies in between leaves a mark, not a second mail.
    claimed_at      timestamptz,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_error      text,
    check (sent_at is null or claimed_at is not null),
    check (sent_at is null or given_up_at is null),
    check (body is not null or sent_at is not null)
);

create index message_waiting on mail.message (next_attempt_at)
    where claimed_at is null and sent_at is null and given_up_at is null;
create index message_newest on mail.message (created_at desc, id);
