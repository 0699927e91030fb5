-- The bodies (« instances ») of a CPTS.
create table community.body (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    kind            text not null check (kind in
                        ('ASSEMBLY', 'BOARD', 'BUREAU', 'STEERING', 'COMMISSION', 'WORKING_GROUP')),
    name            text not null check (length(btrim(name)) between 2 and 120),
    role            text not null default '' check (length(role) <= 2000),
    frequency       text not null default '' check (length(frequency) <= 120),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    unique (community_id, id)
);

create unique index body_name on community.body (community_id, lower(name));

-- The mandate of an actor in a body. The pair keys keep both in the same CPTS.
create table community.seat (
    id              uuid primary key,
    community_id    uuid not null,
    body_id         uuid not null,
    participant_id  uuid not null,
    function        text not null check (function in
                        ('PRESIDENT', 'CO_PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY', 'DEPUTY_SECRETARY',
                         'TREASURER', 'DEPUTY_TREASURER', 'LEAD', 'MEMBER')),
    from_day        date,
    until_day       date,
    foreign key (community_id, body_id) references community.body (community_id, id) on delete cascade,
    foreign key (community_id, participant_id) references community.participant (community_id, id),
    check (from_day is null or until_day is null or from_day < until_day),
    unique (body_id, participant_id, function)
);

create index seat_of_participant on community.seat (community_id, participant_id);

-- What is said once of the whole governance: who signs, and how the coordination is filled.
create table community.governance (
    community_id                uuid primary key references community.community (id),
    representative_id           uuid,
    representative_function     text not null default '' check (length(representative_function) <= 120),
    coordination_state          text not null default 'UNKNOWN'
                                check (coordination_state in ('UNKNOWN', 'PLANNED', 'RECRUITING', 'FILLED')),
    coordination_id             uuid,
    -- Share of a full-time post, in hundredths: 50 is half-time.
    coordination_percent        integer check (coordination_percent between 1 and 100),
    coordination_tasks          text not null default '' check (length(coordination_tasks) <= 4000),
    version                     integer not null default 0,
    changed_at                  timestamptz not null,
    changed_by                  text not null,
    foreign key (community_id, representative_id) references community.participant (community_id, id),
    foreign key (community_id, coordination_id) references community.participant (community_id, id)
);
