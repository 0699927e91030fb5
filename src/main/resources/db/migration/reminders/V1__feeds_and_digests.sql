create schema if not exists reminders;

-- The private address where agendas read the deadlines of a person: one at a time, known by its hash alone. A new address
-- takes the place of the old one, which then answers nothing.
create table reminders.feed (
    account_id  uuid primary key references access.account,
    token_hash  bytea       not null unique check (octet_length(token_hash) = 32),
    made_at     timestamptz not null
);

-- People who do not want the weekly e-mail.
create table reminders.without_digest (
    account_id  uuid primary key references access.account,
    since       timestamptz not null
);

-- The weeks for which the deadlines of a person were looked at: once each, whether or not there was something to send.
create table reminders.digest (
    account_id  uuid        not null references access.account,
    -- Its Monday.
    week        date        not null check (extract(isodow from week) = 1),
    looked_at   timestamptz not null,
    -- How many deadlines the e-mail told; none was sent for zero.
    told        integer     not null check (told >= 0),
    primary key (account_id, week)
);

-- What a person was already told: a deadline is told again only once it is closer, or when its day changes.
create table reminders.told (
    account_id  uuid not null references access.account,
    -- The CPTS and the code of the deadline.
    code        text not null,
    day         date not null,
    nearness    text not null check (nearness in ('MONTH', 'WEEK', 'PASSED')),
    primary key (account_id, code, day, nearness)
);
create index told_by_day on reminders.told (day);
