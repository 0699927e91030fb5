create schema if not exists project;

-- The four parts of the structured projet de santé, with the last change of anything in them. Documents print it, and
-- a page tells from it that a colleague has changed something.
create table project.part (
    community_id    uuid not null references community.community (id),
    part            text not null check (part in ('MISSIONS', 'OBJECTIVES', 'ACTIONS', 'BUDGET')),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (community_id, part)
);

-- Missions taken up beyond those that every CPTS must cover: the latter are dated data, not rows.
create table project.optional_mission (
    community_id    uuid not null references community.community (id),
    mission         text not null check (mission ~ '^[A-Z_]+$'),
    primary key (community_id, mission)
);

create table project.general_objective (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- 1 is the most important; ranks are unique once the transaction ends, so that two may be exchanged.
    rank            integer not null check (rank > 0),
    title           text not null check (length(btrim(title)) between 3 and 200),
    mission         text not null check (mission ~ '^[A-Z_]+$'),
    problem         text not null default '' check (length(problem) <= 4000),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    unique (community_id, id),
    constraint general_objective_rank unique (community_id, rank) deferrable initially deferred
);

create table project.operational_objective (
    id              uuid primary key,
    community_id    uuid not null,
    general_id      uuid not null,
    rank            integer not null check (rank > 0),
    title           text not null check (length(btrim(title)) between 3 and 200),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    foreign key (community_id, general_id) references project.general_objective (community_id, id),
    unique (community_id, id),
    constraint operational_objective_rank unique (general_id, rank) deferrable initially deferred
);

-- A fiche action.
create table project.action (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- « Action 3 »: given once, never reused.
    number          integer not null check (number > 0),
    title           text not null check (length(btrim(title)) between 3 and 200),
    objective_id    uuid,
    diagnosis       text not null default '' check (length(diagnosis) <= 4000),
    description     text not null default '' check (length(description) <= 8000),
    -- « Public bénéficiaire ».
    beneficiaries   text not null default '' check (length(beneficiaries) <= 1000),
    -- « Point d’adhérence avec les autres actions ».
    links           text not null default '' check (length(links) <= 2000),
    pilot_id        uuid,
    starts_on       date,
    ends_on         date,
    state           text not null default 'PLANNED' check (state in ('PLANNED', 'ONGOING', 'DONE', 'DROPPED')),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    foreign key (community_id, objective_id) references project.operational_objective (community_id, id),
    foreign key (community_id, pilot_id) references community.participant (community_id, id),
    check (starts_on is null or ends_on is null or starts_on <= ends_on),
    unique (community_id, number),
    unique (community_id, id)
);

-- What an action covers: items that every projet de santé must cover, and optional missions, by their dated codes.
create table project.action_coverage (
    action_id       uuid not null references project.action (id) on delete cascade,
    code            text not null check (code ~ '^[A-Z_]+$'),
    primary key (action_id, code)
);

create table project.action_partner (
    community_id    uuid not null,
    action_id       uuid not null,
    participant_id  uuid not null,
    foreign key (community_id, action_id) references project.action (community_id, id) on delete cascade,
    foreign key (community_id, participant_id) references community.participant (community_id, id),
    primary key (action_id, participant_id)
);

-- A key step: of an action, or of the project as a whole when it belongs to none.
create table project.milestone (
    id              uuid primary key default gen_random_uuid(),
    community_id    uuid not null references community.community (id),
    action_id       uuid,
    on_day          date not null,
    title           text not null check (length(btrim(title)) between 1 and 160),
    foreign key (community_id, action_id) references project.action (community_id, id) on delete cascade
);

create index milestone_of_community on project.milestone (community_id, on_day);

create table project.indicator (
    action_id       uuid not null references project.action (id) on delete cascade,
    -- One or two indicators for each action, as the national trame asks.
    rank            integer not null check (rank in (1, 2)),
    label           text not null check (length(btrim(label)) between 1 and 200),
    unit            text not null default '' check (length(unit) <= 40),
    -- Null while unknown, which is not zero.
    baseline        numeric(14, 2),
    target          numeric(14, 2),
    target_on       date,
    source          text not null default '' check (length(source) <= 200),
    primary key (action_id, rank)
);

-- A budget is of one civil year.
create table project.budget (
    community_id    uuid not null references community.community (id),
    year            integer not null check (year between 2015 and 2100),
    comment         text not null default '' check (length(comment) <= 4000),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (community_id, year)
);

create table project.budget_line (
    id              uuid primary key,
    community_id    uuid not null,
    year            integer not null,
    -- A line of the form, from rules/budget-accounts.yaml.
    account         text not null check (account ~ '^[A-Z0-9_]+$'),
    label           text not null default '' check (length(label) <= 160),
    -- FONC, or the code of a mission.
    allocation      text not null check (allocation ~ '^[A-Z_]+$'),
    -- Whole euros: the form says « ne pas indiquer les centimes d’euros ».
    amount          bigint not null check (amount between 1 and 1000000000),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    foreign key (community_id, year) references project.budget (community_id, year)
);

create index budget_line_of_community on project.budget_line (community_id, year);
