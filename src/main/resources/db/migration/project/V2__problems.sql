-- The register of problems (« problématiques ») that the projet de santé answers.
alter table project.part drop constraint part_part_check;
alter table project.part add constraint part_part_check
    check (part in ('MISSIONS', 'OBJECTIVES', 'ACTIONS', 'BUDGET', 'PROBLEMS'));

create table project.problem (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- 1 is the first to treat; unique once the transaction ends, so that two may be exchanged. Archived ones keep theirs.
    rank            integer not null check (rank > 0),
    title           text not null check (length(btrim(title)) between 3 and 200),
    -- Codes of rules/problems.yaml.
    theme           text not null check (theme ~ '^[A-Z_]+$'),
    severity        text check (severity ~ '^[A-Z_]+$'),
    description     text not null default '' check (length(description) <= 4000),
    -- Null while unknown, which is not zero.
    people          bigint check (people >= 0),
    people_words    text not null default '' check (length(people_words) <= 200),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    unique (community_id, id),
    constraint problem_rank unique (community_id, rank) deferrable initially deferred
);

-- Which objectives answer which problems: many to many. The link goes with the objective.
create table project.problem_objective (
    community_id    uuid not null,
    problem_id      uuid not null,
    objective_id    uuid not null,
    primary key (problem_id, objective_id),
    foreign key (community_id, problem_id) references project.problem (community_id, id),
    foreign key (community_id, objective_id) references project.general_objective (community_id, id) on delete cascade
);

create index problem_of_objective on project.problem_objective (objective_id);

-- What shows that the problem exists, as it was known on a day: never changed, only withdrawn.
create table project.problem_evidence (
    id              uuid primary key,
    community_id    uuid not null,
    problem_id      uuid not null,
    kind            text not null check (kind in ('INDICATOR', 'TESTIMONY', 'SURVEY', 'DOCUMENT')),
    label           text not null check (length(btrim(label)) between 1 and 300),
    value           text not null default '' check (length(value) <= 2000),
    comparison      text not null default '' check (length(comparison) <= 500),
    source          text not null default '' check (length(source) <= 300),
    vintage         text not null default '' check (length(vintage) <= 60),
    -- Of the diagnosis, so that the figure can be looked at again.
    indicator       text check (indicator ~ '^[a-z0-9-]+$'),
    frozen_on       date not null,
    added_at        timestamptz not null,
    added_by        text not null,
    withdrawn_at    timestamptz,
    foreign key (community_id, problem_id) references project.problem (community_id, id),
    -- A figure without its source proves nothing.
    check (kind <> 'INDICATOR' or (indicator is not null and value <> '' and source <> ''))
);

create index evidence_of_problem on project.problem_evidence (problem_id, added_at);
