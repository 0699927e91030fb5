create schema if not exists rulebook;

-- The grids that an administrator added: read and shown first, then taken, then perhaps withdrawn. The text is kept as received.
create table rulebook.added_grid (
    id              uuid primary key,
    code            text not null check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    title           text not null check (btrim(title) <> ''),
    in_force_from   date not null,
    yaml            text not null check (octet_length(yaml) between 1 and 200000),
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_at        timestamptz not null,
    added_by        text not null,
    taken_at        timestamptz,
    taken_by        text,
    withdrawn_at    timestamptz,
    withdrawn_by    text,
    check ((taken_at is null) = (taken_by is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
-- The same file waits or counts once, and two that count share neither a code nor a first day.
create unique index added_grid_once on rulebook.added_grid (sha256) where withdrawn_at is null;
create unique index added_grid_code on rulebook.added_grid (code) where taken_at is not null and withdrawn_at is null;
create unique index added_grid_first_day on rulebook.added_grid (in_force_from)
    where taken_at is not null and withdrawn_at is null;
