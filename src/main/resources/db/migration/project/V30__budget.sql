-- The budget in depth: what a line is for, whether it comes back every year, what pays for it.
alter table project.budget_line
    add column comment text not null default '' check (length(comment) <= 500),
    -- Null while nobody said: the usual nature of the form's line then counts.
    add column nature text check (nature in ('RECURRING', 'ONE_OFF')),
    -- Of a charge: the form's line of the income that pays for it.
    add column funder text check (funder ~ '^P[A-Z0-9_]+$'),
    add check (funder is null or account ~ '^C');

-- A workbook sent by somebody, kept until it is confirmed or forgotten. Nothing of it is in the budget before.
create table project.budget_upload (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    file            bytea not null,
    sent_at         timestamptz not null,
    sent_by         text not null,
    applied_at      timestamptz
);

create index budget_upload_of_community on project.budget_upload (community_id, sent_at);

-- What writing the projet de santé costs, and the grant that pays for it: the pré-projet's own small budget.
create table project.pre_project_budget (
    community_id    uuid primary key references community.community (id),
    communication   bigint check (communication between 0 and 1000000000),
    meetings        bigint check (meetings between 0 and 1000000000),
    writing         bigint check (writing between 0 and 1000000000),
    writer          text check (writer in ('CONTRACTOR', 'COORDINATOR', 'TEAM')),
    subsidy         bigint check (subsidy between 0 and 1000000000),
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null
);
