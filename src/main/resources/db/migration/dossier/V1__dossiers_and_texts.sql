create schema if not exists dossier;

-- What a CPTS deposits. Moves, deposits and opinions are in later migrations.
create table dossier.dossier (
    id uuid primary key default gen_random_uuid(),
    community_id uuid not null,
    kind text not null check (kind in ('LETTER_OF_INTENT', 'HEALTH_PROJECT')),
    number text not null unique check (number ~ '^\d{4}-[0-9A-Z]{2,3}-\d{4,}$'),
    step text not null default 'DRAFT'
        check (step in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE', 'VALIDATED', 'REFUSED', 'LAPSED')),
    trame text not null,
    -- Number of the version in the making: 1 until the first deposit, raised by each deposit.
    draft integer not null default 1 check (draft > 0),
    created_at timestamptz not null,
    created_by uuid not null,
    -- Raised by each change of the row: a change made from an older reading is refused.
    version integer not null default 0,
    -- One dossier of a kind at a time.
    unique (community_id, kind)
);

-- Last order number given, by year and département: 2026-12-0047.
create table dossier.numbering (
    year integer not null,
    departement text not null,
    last integer not null check (last > 0),
    primary key (year, departement)
);

-- The texts of the team, by narrative key: a change of trame keeps them.
create table dossier.narrative (
    dossier_id uuid not null references dossier.dossier on delete cascade,
    key text not null,
    text text not null check (char_length(text) <= 100000),
    -- 0: begun, nothing saved yet.
    version integer not null check (version >= 0),
    saved_at timestamptz not null,
    author_id uuid not null,
    author_name text not null,
    primary key (dossier_id, key)
);

create table dossier.revision (
    id bigint generated always as identity primary key,
    dossier_id uuid not null,
    key text not null,
    kind text not null check (kind in ('WRITTEN', 'RESTORED', 'SET_ASIDE')),
    -- The version of the narrative this text made; for a text set aside, the version it was written from.
    version integer not null check (version >= 0),
    text text not null check (char_length(text) <= 100000),
    began_at timestamptz not null,
    saved_at timestamptz not null,
    author_id uuid not null,
    author_name text not null,
    -- For a text set aside: when its author chose what to do with it.
    settled_at timestamptz check (settled_at is null or kind = 'SET_ASIDE'),
    foreign key (dossier_id, key) references dossier.narrative on delete cascade
);
create index revision_of_narrative on dossier.revision (dossier_id, key, id desc);
-- Who saves against an older version again while the choice is open continues the same text.
create unique index one_open_text_set_aside_by_author on dossier.revision (dossier_id, key, author_id)
    where kind = 'SET_ASIDE' and settled_at is null;

-- Remarks by section, from the team and from the instructors.
create table dossier.remark (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossier.dossier on delete cascade,
    section_key text not null,
    author_id uuid not null,
    author_name text not null,
    party text not null check (party in ('CPTS', 'ARS', 'CPAM', 'MSA')),
    text text not null check (char_length(text) between 1 and 5000),
    written_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    check ((resolved_at is null) = (resolved_by is null))
);
create index remark_of_section on dossier.remark (dossier_id, section_key);

create table dossier.remark_answer (
    id uuid primary key default gen_random_uuid(),
    remark_id uuid not null references dossier.remark on delete cascade,
    author_id uuid not null,
    author_name text not null,
    party text not null check (party in ('CPTS', 'ARS', 'CPAM', 'MSA')),
    text text not null check (char_length(text) between 1 and 5000),
    written_at timestamptz not null
);
create index answer_of_remark on dossier.remark_answer (remark_id);

-- A section entrusted to somebody.
create table dossier.assignment (
    dossier_id uuid not null references dossier.dossier on delete cascade,
    section_key text not null,
    account_id uuid not null,
    name text not null,
    due_day date,
    primary key (dossier_id, section_key)
);
