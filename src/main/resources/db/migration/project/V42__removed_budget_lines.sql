-- Lines taken out of a budget, kept a day so that « Annuler » brings them back as they were.
create table project.removed_budget_line (
    id           uuid        primary key,
    community_id uuid        not null,
    year         integer     not null,
    account      text        not null,
    label        text        not null,
    allocation   text        not null,
    action_id    uuid        references project.action (id) on delete set null,
    nature       text,
    funder       text,
    comment      text        not null,
    amount       bigint      not null,
    removed_at   timestamptz not null,
    foreign key (community_id, year) references project.budget (community_id, year)
);

create index removed_budget_line_of_community on project.removed_budget_line (community_id, year);
create index removed_budget_line_of_action on project.removed_budget_line (action_id) where action_id is not null;
