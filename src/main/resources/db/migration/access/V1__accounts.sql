create schema if not exists access;

create table access.account (
    id            uuid primary key,
    email         public.citext not null unique check (email ~ '^[^@\s]+@[^@\s]+$'),
    name          text          not null check (name <> ''),
    password_hash text          not null,
    gender        text          not null default 'NEUTRAL' check (gender in ('FEMININE', 'MASCULINE', 'NEUTRAL')),
    created_at    timestamptz   not null,
    disabled_at   timestamptz,
    version       int           not null default 0
);

create table access.institution (
    id                uuid primary key,
    slug              text   not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              text   not null check (name <> ''),
    role              text   not null check (role in ('ARS_DELEGATION', 'ARS_HEAD_OFFICE', 'CPAM', 'MSA')),
    region_code       text   not null check (region_code <> ''),
    departement_codes text[] not null default '{}',
    version           int    not null default 0,
    -- A head office covers its whole région; the others name their départements.
    check ((role = 'ARS_HEAD_OFFICE') = (cardinality(departement_codes) = 0))
);
create index institution_by_departement on access.institution using gin (departement_codes);

-- A role held by a person from a day, until another (exclusive) once it is ended.
create table access.mandate (
    id             uuid primary key,
    account_id     uuid not null references access.account,
    role           text not null check (role in (
        'COORDINATION', 'PROJECT_TEAM', 'PRESIDENCY', 'TREASURY', 'SECRETARIAT', 'MEMBER',
        'ARS_DELEGATION', 'ARS_HEAD_OFFICE', 'CPAM', 'MSA', 'ADMINISTRATION')),
    community_id   uuid,
    institution_id uuid references access.institution,
    from_day       date not null,
    until_day      date,
    -- Ended on the day it began: never in force.
    check (until_day is null or until_day >= from_day),
    check (case
        when role in ('COORDINATION', 'PROJECT_TEAM', 'PRESIDENCY', 'TREASURY', 'SECRETARIAT', 'MEMBER')
            then community_id is not null and institution_id is null
        when role = 'ADMINISTRATION' then community_id is null and institution_id is null
        else community_id is null and institution_id is not null
    end),
    -- The same role at the same place is held once at a time, even under two clicks at once.
    exclude using gist (
        account_id with =, role with =,
        (coalesce(community_id, institution_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
        daterange(from_day, until_day) with &&)
);
create index mandate_by_account on access.mandate (account_id);
create index mandate_by_community on access.mandate (community_id) where community_id is not null;
create index mandate_by_institution on access.mandate (institution_id) where institution_id is not null;

-- The mandates in force on a day. The day is the program's, not the server's: tests move it.
create function access.mandate_on(day date) returns setof access.mandate language sql stable as $$
    select * from access.mandate m where m.from_day <= day and (m.until_day is null or m.until_day > day)
$$;

-- One row per signed-in browser. The cookie's value is never stored, only its SHA-256.
create table access.session (
    token_hash bytea primary key,
    account_id uuid        not null references access.account,
    opened_at  timestamptz not null,
    seen_at    timestamptz not null
);
create index session_by_account on access.session (account_id);
create index session_by_age on access.session (seen_at);

-- An invitation to a role, or (without role) the confirmation of the address of somebody who signs up.
create table access.invitation (
    id             uuid primary key,
    token_hash     bytea         not null unique,
    email          public.citext not null,
    name           text          not null,
    role           text,
    community_id   uuid,
    institution_id uuid references access.institution,
    -- The place's name as told in the mail.
    place_name     text,
    invited_by     uuid references access.account,
    created_at     timestamptz   not null,
    expires_at     timestamptz   not null,
    accepted_at    timestamptz,
    withdrawn_at   timestamptz,
    check (accepted_at is null or withdrawn_at is null),
    check ((role is null) = (invited_by is null))
);
create index invitation_by_community on access.invitation (community_id) where community_id is not null;
create index invitation_by_institution on access.invitation (institution_id) where institution_id is not null;

-- Links that work once: the administrator's first account, a forgotten password.
create table access.one_time_link (
    token_hash bytea primary key,
    purpose    text        not null check (purpose in ('FIRST_ACCOUNT', 'PASSWORD_RESET')),
    account_id uuid references access.account,
    expires_at timestamptz,
    check ((purpose = 'FIRST_ACCOUNT') = (account_id is null)),
    check ((purpose = 'FIRST_ACCOUNT') = (expires_at is null))
);
create index one_time_link_by_account on access.one_time_link (account_id);

-- What limits guessing and mail bombing; counted by every node. Kept one day.
create table access.attempt (
    id      bigint generated always as identity primary key,
    kind    text          not null check (kind in ('SIGN_IN', 'MAIL')),
    at      timestamptz   not null,
    email   public.citext not null,
    address text          not null,
    -- A sign-in that worked no longer counts against the account.
    forgiven boolean      not null default false
);
create index attempt_by_email on access.attempt (email, at);
create index attempt_by_address on access.attempt (address, at);

-- No row until an administrator decides.
create table access.setting (
    only_row     boolean primary key default true check (only_row),
    self_sign_up boolean not null
);
