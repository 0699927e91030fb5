create schema if not exists indicators;

-- What a CPTS measures beside the national indicators, which are dated data of the program.
create table indicators.local_indicator (
    -- Chosen when the form is shown: sending it twice adds one.
    id           uuid primary key,
    community_id uuid        not null references community.community (id),
    -- L1, L2… given once, never used again.
    number       integer     not null check (number >= 1),
    mission      text check (length(mission) <= 40),
    title        text        not null check (length(btrim(title)) between 1 and 200),
    direction    text        not null check (direction in ('RISE', 'FALL')),
    unit         text        not null default '' check (length(unit) <= 40),
    numerator    text        not null default '' check (length(numerator) <= 300),
    denominator  text check (length(btrim(denominator)) between 1 and 300),
    producer     text        not null default '' check (length(producer) <= 200),
    proof        text        not null default '' check (length(proof) <= 200),
    -- Whether it counts people, whose small counts are not shown.
    persons      boolean     not null,
    -- Code of the facts that count it.
    fact         text check (fact ~ '^[A-Z_]{3,40}$'),
    archived_at  timestamptz,
    version      integer     not null default 0,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    unique (community_id, number)
);

-- Values as they were given, never rewritten: another one of the same producer for the same days supersedes.
create table indicators.value (
    id            uuid primary key,
    community_id  uuid          not null references community.community (id),
    code          text          not null check (code ~ '^[A-Z0-9_]{1,40}$'),
    period        daterange     not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
    producer      text          not null check (producer in ('CPTS', 'FACTS', 'CPAM', 'ARS', 'MSA', 'NATIONAL')),
    value         numeric(14,4) not null,
    numerator     numeric(14,2),
    denominator   numeric(14,2) check (denominator > 0),
    extracted_on  date          not null,
    -- Number of the version of the territory at the end of the period.
    territory     integer,
    origin        text          not null check (origin in ('TYPED', 'IMPORTED', 'COMPUTED')),
    comment       text          not null default '' check (length(comment) <= 1000),
    entered_at    timestamptz   not null,
    entered_by    text          not null,
    superseded_at timestamptz,
    check ((numerator is null) = (denominator is null)),
    check ((producer = 'FACTS') = (origin = 'COMPUTED'))
);

create unique index value_that_holds on indicators.value (community_id, code, period, producer)
    where superseded_at is null;
create index value_of_indicator on indicators.value (community_id, code, entered_at);
