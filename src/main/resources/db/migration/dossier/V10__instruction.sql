-- What happened to a dossier is written once and never changed: deposits, files, moves, opinions, notes.

create table dossier.deposit (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier,
    -- "Version 1", "Version 2": what both sides call it.
    ordinal int not null check (ordinal > 0),
    deposited_at timestamptz not null,
    deposited_by uuid not null references access.account,
    depositor_name text not null,
    -- The sections as they were, for comparing two deposits; the files hold the rest.
    sections jsonb not null,
    -- First day on which silence is worth validation, told by the rule in force on the day of the deposit; null when the
    -- kind of dossier is under no legal clock.
    deemed_on date,
    -- A double click deposits once: the second row would have the same number.
    unique (dossier_id, ordinal)
);
create index deposit_by_deemed_on on dossier.deposit (deemed_on) where deemed_on is not null;

create table dossier.move (
    id bigint generated always as identity primary key,
    dossier_id uuid not null references dossier.dossier,
    move text not null,
    from_step text not null,
    to_step text not null,
    at timestamptz not null,
    -- Null for what the program does by itself (tacit validation).
    account_id uuid references access.account,
    actor_name text not null,
    party text,
    institution_id uuid references access.institution,
    deposit_id uuid references dossier.deposit,
    reason text,
    -- The legal ground, for an opposition only.
    ground text,
    check (move <> 'OPPOSE' or (ground is not null and reason is not null)),
    check (account_id is not null or move = 'DEEM_VALIDATED')
);
create index move_by_dossier on dossier.move (dossier_id, at desc);
-- Silence validates once.
create unique index move_deemed_once on dossier.move (dossier_id, deposit_id) where move = 'DEEM_VALIDATED';

create table dossier.file (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier,
    deposit_id uuid references dossier.deposit,
    move_id bigint references dossier.move,
    kind text not null check (kind in ('PDF', 'DOCX', 'DATA', 'RECEIPT', 'LETTER')),
    file_name text not null,
    media_type text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    created_at timestamptz not null,
    check (deposit_id is not null or move_id is not null),
    unique (deposit_id, kind),
    unique (move_id, kind)
);
create index file_by_dossier on dossier.file (dossier_id);

create table dossier.opinion (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier,
    deposit_id uuid not null references dossier.deposit,
    institution_id uuid not null references access.institution,
    account_id uuid not null references access.account,
    author_name text not null,
    verdict text not null check (verdict in ('FAVORABLE', 'WITH_RESERVES', 'UNFAVORABLE')),
    reason text not null,
    given_at timestamptz not null,
    check (verdict = 'FAVORABLE' or reason <> '')
);
create index opinion_by_dossier on dossier.opinion (dossier_id, institution_id, given_at desc);

-- Notes between institutions: the CPTS never sees them.
create table dossier.note (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier,
    institution_id uuid not null references access.institution,
    account_id uuid not null references access.account,
    author_name text not null,
    text text not null check (text <> ''),
    written_at timestamptz not null
);
create index note_by_dossier on dossier.note (dossier_id, written_at desc);

create function dossier.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger deposit_is_frozen before update or delete on dossier.deposit
    for each row execute function dossier.refuse_change();
create trigger move_is_frozen before update or delete on dossier.move
    for each row execute function dossier.refuse_change();
create trigger file_is_frozen before update or delete on dossier.file
    for each row execute function dossier.refuse_change();
create trigger opinion_is_frozen before update or delete on dossier.opinion
    for each row execute function dossier.refuse_change();
create trigger note_is_frozen before update or delete on dossier.note
    for each row execute function dossier.refuse_change();

-- Who instructs what: an institution sees the dossiers of the CPTS seated in its départements (a head office: in its
-- région), once deposited. A draft is nobody's but the CPTS's. Every list and every single read goes through this view.
create view dossier.instructed_by as
select d.id as dossier_id, i.id as institution_id
from dossier.dossier d
join community.community c on c.id = d.community_id
join access.institution i
    on (i.role = 'ARS_HEAD_OFFICE' and i.region_code = c.region_code)
    or (i.role <> 'ARS_HEAD_OFFICE' and c.seat_departement = any (i.departement_codes))
where exists (select 1 from dossier.deposit p where p.dossier_id = d.id);
