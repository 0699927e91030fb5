-- A state of a dossier that the team named: its texts and the facts as they were rendered that day.
create table dossier.named_version (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier,
    name text not null check (char_length(name) between 1 and 120),
    -- As in dossier.deposit: what is compared with another version.
    sections jsonb not null,
    made_at timestamptz not null,
    made_by uuid not null references access.account,
    maker_name text not null
);
create index named_version_of_dossier on dossier.named_version (dossier_id, made_at desc);
create trigger named_version_is_frozen before update or delete on dossier.named_version
    for each row execute function dossier.refuse_change();
