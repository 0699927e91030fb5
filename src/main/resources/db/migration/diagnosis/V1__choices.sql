create schema if not exists diagnosis;

-- Which of two sources that disagree a team keeps, and why. Every choice stays: the last version of an indicator holds.
create table diagnosis.choice (
    community_id uuid        not null references community.community (id) on delete cascade,
    indicator    text        not null,
    version      integer     not null check (version >= 1),
    feed         text        not null,
    reason       text        not null check (btrim(reason) <> ''),
    chosen_by    text        not null,
    chosen_at    timestamptz not null,
    primary key (community_id, indicator, version)
);
