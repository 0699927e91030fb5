create schema if not exists audit;

-- One line per act. Lines are only ever added: who wrote a false one writes the correction below it.
create table audit.line (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    account_id    uuid,
    author_name   text        not null,
    party         text,
    subject_kind  text        not null,
    subject_id    text        not null,
    community_id  uuid,
    action        text        not null check (action ~ '^[a-z-]+(\.[a-z-]+)+$'),
    sentence      text        not null check (sentence <> ''),
    audience      text        not null default 'EVERYONE' check (audience in ('EVERYONE', 'INSTITUTIONS', 'ADMINISTRATION')),
    personal_read boolean     not null default false,
    detail        jsonb       not null default '{}' check (jsonb_typeof(detail) = 'object')
);

create index line_by_subject on audit.line (subject_kind, subject_id, id desc);
create index line_by_community on audit.line (community_id, id desc) where community_id is not null;
create index line_by_account on audit.line (account_id, id desc) where account_id is not null;

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'audit.line is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger line_is_append_only before update or delete on audit.line
    for each row execute function audit.refuse();
create trigger line_is_never_emptied before truncate on audit.line
    for each statement execute function audit.refuse();
