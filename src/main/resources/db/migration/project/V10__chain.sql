-- The chain from the need to the result: deep fiches action, results of indicators, the vote that ranks objectives.

alter table project.action
    -- « Objectifs régionaux de référence au PRS »: the theme’s code when it comes from a list, and the words.
    add column prs_code text check (length(prs_code) between 1 and 60),
    add column prs_objective text not null default '' check (length(prs_objective) <= 500),
    -- How many people the action is for. Null while unknown, which is not zero.
    add column beneficiary_count bigint check (beneficiary_count >= 0),
    -- « Acteurs de l’action »: who takes part, in words; the named ones are in action_partner.
    add column actors text not null default '' check (length(actors) <= 2000),
    add column means text not null default '' check (length(means) <= 4000),
    -- The model of project/action-models/ that it was copied from.
    add column model text check (model ~ '^[a-z0-9-]+$');

-- Each part of a fiche is its own form, with the version that tells that somebody else changed it meanwhile.
create table project.action_part (
    action_id       uuid not null references project.action (id) on delete cascade,
    part            text not null check (part in ('PURPOSE', 'CONTENT', 'PEOPLE', 'DATES', 'MEANS')),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (action_id, part)
);

alter table project.problem_evidence add unique (community_id, id);

-- The figures of the diagnosis that a fiche shows: what already proves the problems, linked and never copied.
create table project.action_evidence (
    community_id    uuid not null,
    action_id       uuid not null,
    evidence_id     uuid not null,
    primary key (action_id, evidence_id),
    foreign key (community_id, action_id) references project.action (community_id, id) on delete cascade,
    foreign key (community_id, evidence_id) references project.problem_evidence (community_id, id)
);

create index action_of_evidence on project.action_evidence (evidence_id);

-- « Point d’adhérence »: one row says it for both actions.
create table project.action_link (
    community_id    uuid not null,
    action_id       uuid not null,
    other_id        uuid not null,
    primary key (action_id, other_id),
    check (action_id <> other_id),
    foreign key (community_id, action_id) references project.action (community_id, id) on delete cascade,
    foreign key (community_id, other_id) references project.action (community_id, id) on delete cascade
);

create index action_linked_to on project.action_link (other_id);

create table project.action_risk (
    action_id       uuid not null references project.action (id) on delete cascade,
    rank            integer not null check (rank > 0),
    title           text not null check (length(btrim(title)) between 1 and 300),
    -- What the team will do about it; empty while it has no answer.
    answer          text not null default '' check (length(answer) <= 500),
    primary key (action_id, rank)
);

create table project.task (
    id              uuid primary key,
    community_id    uuid not null,
    action_id       uuid not null,
    title           text not null check (length(btrim(title)) between 1 and 200),
    -- Who does it: somebody of the list of actors, or a function in words, or nobody yet.
    owner_id        uuid,
    owner_words     text not null default '' check (length(owner_words) <= 160),
    due_on          date,
    state           text not null default 'TO_DO' check (state in ('TO_DO', 'ONGOING', 'DONE', 'DROPPED')),
    added_at        timestamptz not null,
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    check (owner_id is null or owner_words = ''),
    foreign key (community_id, action_id) references project.action (community_id, id),
    foreign key (community_id, owner_id) references community.participant (community_id, id)
);

create index task_of_action on project.task (action_id);
create index task_of_community on project.task (community_id, due_on);

-- An indicator becomes a thing of its own: values are recorded on it over the years, so it is never rewritten.
alter table project.indicator drop constraint indicator_pkey;
alter table project.indicator drop constraint indicator_rank_check;
alter table project.indicator
    add column id uuid not null default gen_random_uuid(),
    add column community_id uuid,
    -- What is done (MEANS), or what it changes (RESULT); null while nobody said.
    add column kind text check (kind in ('MEANS', 'RESULT')),
    add column nature text not null default 'QUANTITATIVE' check (nature in ('QUANTITATIVE', 'QUALITATIVE')),
    add column baseline_words text not null default '' check (length(baseline_words) <= 300),
    add column baseline_on date,
    add column target_words text not null default '' check (length(target_words) <= 300),
    -- What will prove the value: a register, a signed sheet, an extraction.
    add column proof text not null default '' check (length(proof) <= 300),
    add column archived_at timestamptz,
    add column version integer not null default 0,
    add column changed_at timestamptz,
    add column changed_by text;
update project.indicator i
    set community_id = a.community_id, changed_at = a.changed_at, changed_by = a.changed_by
    from project.action a where a.id = i.action_id;
alter table project.indicator
    alter column community_id set not null,
    alter column changed_at set not null,
    alter column changed_by set not null,
    alter column id drop default,
    add primary key (id),
    add unique (community_id, id),
    add foreign key (community_id, action_id) references project.action (community_id, id),
    -- A figure or words, by its nature.
    add check (nature = 'QUANTITATIVE' or (baseline is null and target is null)),
    add check (nature = 'QUALITATIVE' or (baseline_words = '' and target_words = ''));

create index indicator_of_action on project.indicator (action_id, rank);

-- Targets on the way, by civil year; the last one is the indicator’s own target.
create table project.indicator_target (
    indicator_id    uuid not null references project.indicator (id) on delete cascade,
    year            integer not null check (year between 2015 and 2100),
    value           numeric(14, 2),
    words           text not null default '' check (length(words) <= 300),
    primary key (indicator_id, year),
    check ((value is null) <> (words = ''))
);

-- What was measured. A mistake is corrected by another row, which says so; nothing is ever rewritten.
create table project.indicator_result (
    id              uuid primary key,
    community_id    uuid not null,
    indicator_id    uuid not null,
    on_day          date not null,
    -- Both absent: the corrected value was recorded by mistake, and nothing takes its place.
    value           numeric(14, 2),
    words           text not null default '' check (length(words) <= 300),
    source          text not null default '' check (length(source) <= 200),
    proof           text not null default '' check (length(proof) <= 500),
    corrects        uuid unique,
    reason          text not null default '' check (length(reason) <= 300),
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    unique (indicator_id, id),
    foreign key (community_id, indicator_id) references project.indicator (community_id, id),
    foreign key (indicator_id, corrects) references project.indicator_result (indicator_id, id),
    check (value is null or words = ''),
    check (corrects is not null or value is not null or words <> ''),
    check ((corrects is null) = (reason = ''))
);

create index result_of_indicator on project.indicator_result (indicator_id, on_day);

create function project.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger result_is_append_only before update or delete on project.indicator_result
    for each row execute function project.refuse_change();

-- The vote by which the team ranks its general objectives. One at a time; closed, it is kept as it was.
create table project.ranking (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    opened_at       timestamptz not null,
    opened_by       text not null,
    closed_at       timestamptz,
    closed_by       text,
    check ((closed_at is null) = (closed_by is null))
);

create unique index one_open_ranking on project.ranking (community_id) where closed_at is null;

create table project.ballot (
    ranking_id      uuid not null references project.ranking (id),
    account_id      uuid not null,
    -- As the person was called that day: a vote is kept with its name, whatever becomes of the account.
    name            text not null,
    cast_at         timestamptz not null,
    primary key (ranking_id, account_id)
);

create table project.ballot_line (
    ranking_id      uuid not null,
    account_id      uuid not null,
    place           integer not null check (place > 0),
    -- Not a foreign key: an objective may be removed later, the vote stays with its title.
    objective_id    uuid not null,
    title           text not null,
    primary key (ranking_id, account_id, place),
    unique (ranking_id, account_id, objective_id),
    foreign key (ranking_id, account_id) references project.ballot (ranking_id, account_id) on delete cascade
);

-- The action that a line of the budget pays for, when it is one.
alter table project.budget_line
    add column action_id uuid,
    add foreign key (community_id, action_id) references project.action (community_id, id);

create index budget_line_of_action on project.budget_line (action_id) where action_id is not null;
