create schema if not exists funds;

-- Money that a CPTS receives beside its contract: each grant with its agreement. The contract's own is in its ledger.
create table funds.funding (
    -- Chosen when the form is shown: sending it twice adds one.
    id            uuid primary key,
    community_id  uuid           not null references community.community (id),
    -- 1, 2… given once, never used again.
    number        integer        not null check (number >= 1),
    -- Code of rules/funders.yaml.
    kind          text           not null check (kind ~ '^[A-Z_]{2,40}$'),
    funder        text           not null check (length(btrim(funder)) between 1 and 160),
    title         text           not null check (length(btrim(title)) between 1 and 160),
    reference     text           not null default '' check (length(reference) <= 120),
    signed_on     date,
    first_day     date           not null,
    last_day      date           not null,
    granted       numeric(12, 2) not null check (granted > 0),
    -- What it must pay: a mission; null when it is not tied to one.
    mission       text check (length(mission) <= 40),
    -- Whether it may pay nothing but its object.
    tied          boolean        not null,
    conditions    text           not null default '' check (length(conditions) <= 1000),
    to_return     numeric(12, 2) not null default 0 check (to_return >= 0),
    return_reason text           not null default '' check (length(return_reason) <= 500),
    archived_at   timestamptz,
    version       integer        not null default 0,
    changed_at    timestamptz    not null,
    changed_by    text           not null,
    unique (community_id, number),
    check (first_day <= last_day),
    check (to_return = 0 or btrim(return_reason) <> '')
);

-- What the funder announced, and when.
create table funds.instalment (
    id          uuid primary key,
    funding_id  uuid           not null references funds.funding (id),
    due_on      date           not null,
    amount      numeric(12, 2) not null check (amount > 0),
    condition   text           not null default '' check (length(condition) <= 300),
    recorded_by text           not null,
    recorded_at timestamptz    not null
);
create index instalment_of_funding on funds.instalment (funding_id, due_on);

-- What the bank received; below zero when the CPTS gave money back.
create table funds.receipt (
    id           uuid primary key,
    funding_id   uuid           not null references funds.funding (id),
    received_on  date           not null,
    amount       numeric(12, 2) not null check (amount <> 0),
    label        text           not null check (length(btrim(label)) between 1 and 160),
    recorded_by  text           not null,
    recorded_at  timestamptz    not null,
    cancelled_by text,
    cancelled_at timestamptz,
    check ((cancelled_by is null) = (cancelled_at is null))
);
-- The same line of the bank counts once.
create unique index receipt_that_counts on funds.receipt (funding_id, received_on, amount, lower(label))
    where cancelled_at is null;
