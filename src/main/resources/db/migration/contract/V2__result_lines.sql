-- The variable part line by line: an indicator, its tiers, what each pays; those of a mission add up to its variable part.
create table contract.result_line (
    -- Chosen when the form is shown: sending it twice adds one line.
    id              uuid primary key,
    terms_id        uuid not null references contract.terms (id),
    mission         text not null,
    ordinal         int not null,
    code            text not null check (code ~ '^[A-Z0-9_]{1,40}$'),
    label           text not null check (btrim(label) <> '' and length(label) <= 200),
    -- Code of a national indicator, or null for a local one.
    indicator       text,
    unit            text not null default '' check (length(unit) <= 40),
    maximum         numeric(12, 2) not null check (maximum > 0),
    direction       text not null check (direction in ('RISE', 'FALL')),
    -- [{"threshold": "69.70", "amount": "1000.00"}], worst first
    tiers           jsonb not null check (jsonb_typeof(tiers) = 'array'),
    baseline        numeric(18, 6),
    baseline_on     date,
    -- Who gives the figure, and what proves it.
    source          text not null default '' check (length(source) <= 200),
    proof           text not null default '' check (length(proof) <= 200),
    added_at        timestamptz not null,
    added_by        text not null,
    unique (terms_id, mission, code)
);
