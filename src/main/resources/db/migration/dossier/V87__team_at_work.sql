-- What the team says it has done about a remark of an institution; the institution settles it by itself.
create table dossier.remark_treated (
    remark_id uuid primary key references dossier.remark on delete cascade,
    treated_at timestamptz not null,
    treated_by uuid not null references access.account,
    treater_name text not null
);

-- The answers to the remarks go with the deposit.
alter table dossier.file drop constraint file_kind_check;
alter table dossier.file add constraint file_kind_check
    check (kind in ('PDF', 'DOCX', 'DATA', 'RECEIPT', 'LETTER', 'COMMUNES', 'BUDGET', 'ANSWERS'));

-- Who has a section before their eyes, renewed every few seconds. Worth nothing a minute later: nothing is written ahead
-- for it, and a crash empties it.
create unlogged table dossier.presence (
    dossier_id uuid not null,
    account_id uuid not null,
    section_key text not null,
    name text not null,
    writing boolean not null,
    seen_at timestamptz not null,
    primary key (dossier_id, account_id)
);

-- A reminder of a day leaves once, whatever runs twice.
create table dossier.reminder (
    dossier_id uuid not null references dossier.dossier on delete cascade,
    section_key text not null,
    account_id uuid not null references access.account,
    due_day date not null,
    kind text not null check (kind in ('SOON', 'LATE')),
    sent_at timestamptz not null,
    primary key (dossier_id, section_key, account_id, due_day, kind)
);
