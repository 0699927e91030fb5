-- The rest of the projet de santé: the context in which it is written, one register for each kind of fact.
alter table project.part drop constraint part_part_check;
alter table project.part add constraint part_part_check
    check (part in ('MISSIONS', 'OBJECTIVES', 'ACTIONS', 'BUDGET', 'PROBLEMS', 'CONTEXT'));

-- Partners and conventions (« partenariats »). Codes of kinds come from rules/context.yaml.
create table project.partnership (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- The structure among the actors of the CPTS, when it is one of them: its name is then read there.
    participant_id  uuid,
    name            text not null check (length(btrim(name)) between 2 and 200),
    kind            text not null check (kind ~ '^[A-Z_]+$'),
    object          text not null default '' check (length(object) <= 1000),
    -- How both work together: « articulation », « enjeux et modalités de travail ».
    work            text not null default '' check (length(work) <= 2000),
    -- A function and how to reach it, never needed as a person.
    contact         text not null default '' check (length(contact) <= 300),
    state           text not null check (state in ('PLANNED', 'DISCUSSED', 'SIGNED', 'ENDED')),
    signed_on       date,
    ends_on         date,
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    foreign key (community_id, participant_id) references community.participant (community_id, id),
    check (signed_on is null or ends_on is null or signed_on <= ends_on)
);

-- Information systems, used or wanted (« systèmes d’information »).
create table project.tool (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    code            text not null check (code ~ '^[A-Z_]+$'),
    -- The precision that « autre outil » asks for.
    name            text not null default '' check (length(name) <= 160),
    stage           text not null check (stage in ('USED', 'WANTED')),
    users           text not null default '' check (length(users) <= 300),
    purpose         text not null default '' check (length(purpose) <= 1000),
    -- The exchange that is not possible today.
    need            text not null default '' check (length(need) <= 2000),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- Who was told of the project, when and how (« démarche inclusive »).
create table project.outreach (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- A category of rules/participants.yaml; null when only words tell who they are.
    audience        text check (audience ~ '^[A-Z_]+$'),
    audience_words  text not null default '' check (length(audience_words) <= 200),
    on_day          date not null,
    means           text not null check (means ~ '^[A-Z_]+$'),
    -- Null while unknown, which is not zero.
    informed        integer check (informed >= 0),
    content         text not null default '' check (length(content) <= 1000),
    proof           text not null default '' check (length(proof) <= 300),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    check (audience is not null or btrim(audience_words) <> '')
);

-- The posts of the association (« fonctions »), with what each does (« fiche de poste »).
create table project.post (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    function        text not null check (function ~ '^[A-Z_]+$'),
    name            text not null default '' check (length(name) <= 160),
    -- Full-time equivalent; null when unknown, or when the page of the coordination says it.
    fte             numeric(4, 2) check (fte > 0 and fte <= 20),
    employer        text not null default '' check (length(employer) <= 200),
    duties          text not null default '' check (length(duties) <= 8000),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- The plan of communication.
create table project.communication (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    audience        text not null check (length(btrim(audience)) between 2 and 200),
    message         text not null default '' check (length(message) <= 1000),
    means           text not null default '' check (length(means) <= 500),
    on_day          date,
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- What the people of the territory did together before the CPTS, day by day (« historique »).
create table project.cooperation (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    on_day          date not null,
    title           text not null check (length(btrim(title)) between 3 and 200),
    detail          text not null default '' check (length(detail) <= 2000),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- When results are looked at together (« calendrier d’évaluation »).
create table project.evaluation (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    on_day          date not null,
    title           text not null check (length(btrim(title)) between 3 and 200),
    method          text not null default '' check (length(method) <= 1000),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- How users take part, and how quality is looked after.
create table project.approach (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    kind            text not null check (kind in ('USERS', 'QUALITY')),
    title           text not null check (length(btrim(title)) between 3 and 200),
    detail          text not null default '' check (length(detail) <= 2000),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

create index partnership_of_community on project.partnership (community_id);
create index tool_of_community on project.tool (community_id);
create index outreach_of_community on project.outreach (community_id);
create index post_of_community on project.post (community_id);
create index communication_of_community on project.communication (community_id);
create index cooperation_of_community on project.cooperation (community_id);
create index evaluation_of_community on project.evaluation (community_id);
create index approach_of_community on project.approach (community_id);

-- The lines of the projet régional de santé that the CPTS retains, saved together.
create table project.prs (
    community_id    uuid primary key references community.community (id),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);

create table project.prs_line (
    community_id    uuid not null references project.prs (community_id),
    code            text not null check (code ~ '^[A-Z_]+$'),
    comment         text not null default '' check (length(comment) <= 1000),
    primary key (community_id, code)
);
