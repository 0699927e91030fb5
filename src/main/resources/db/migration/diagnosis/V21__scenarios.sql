-- « Et si deux médecins partaient ? »: named lists of changes, computed again each time they are looked at.
create table diagnosis.scenario (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    name            text not null check (length(btrim(name)) between 1 and 120),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);
create index scenario_of_community on diagnosis.scenario (community_id);

create table diagnosis.scenario_change (
    id              uuid primary key,
    scenario_id     uuid not null references diagnosis.scenario (id) on delete cascade,
    rank            integer not null,
    kind            text not null
        check (kind in ('DEPARTURE', 'ARRIVAL', 'COMMUNE_ADDED', 'COMMUNE_REMOVED', 'AGEING')),
    -- Code of the RPPS, or our own « 10-MG ».
    profession      text,
    commune         text,
    persons         integer check (persons between 1 and 99),
    -- Share of a full time.
    activity        numeric(2, 1) check (activity between 0.1 and 1),
    -- Hundredths of the population.
    points          integer check (points between 1 and 20),
    check ((kind in ('DEPARTURE', 'ARRIVAL')) = (profession is not null)),
    check ((profession is null) = (persons is null) and (profession is null) = (activity is null)),
    check ((kind = 'AGEING') = (points is not null)),
    check ((kind = 'AGEING') = (commune is null)),
    unique (scenario_id, rank)
);
