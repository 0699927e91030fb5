create schema if not exists diagnosis;

-- A diagnosis as it was on a day: never changed, never removed.
create table diagnosis.version (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    name            text not null check (length(btrim(name)) between 1 and 120),
    day             date not null,
    made_at         timestamptz not null,
    made_by         text not null,
    -- Every figure as printed, with its source and period; see FrozenDiagnosis.
    diagnosis       jsonb not null
);

create index version_of_community on diagnosis.version (community_id, made_at desc);
