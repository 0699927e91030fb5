-- The annexes of a version, frozen with it: which document, in which of its versions, under which hash. Institutions read
-- exactly these, whatever the CPTS files or archives afterwards.
create table dossier.annex (
    id                  uuid primary key,
    dossier_id          uuid not null references dossier.dossier,
    deposit_id          uuid not null references dossier.deposit,
    ordinal             integer not null check (ordinal > 0),
    title               text not null,
    type_label          text not null,
    dated               date not null,
    -- Key of the expected piece it answers, or null.
    piece               text,
    document_id         uuid not null,
    document_version    integer not null,
    file_name           text not null,
    format              text not null,
    sha256              text not null references library.content,
    size                bigint not null,
    foreign key (document_id, document_version) references library.version (document_id, ordinal),
    unique (deposit_id, ordinal)
);
create index annex_of_dossier on dossier.annex (dossier_id);
create index annex_content on dossier.annex (sha256);
create trigger annex_is_frozen before update or delete on dossier.annex
    for each row execute function dossier.refuse_change();

-- Who commits the association by their signature, as recorded at the deposit.
create table dossier.signature (
    deposit_id          uuid primary key references dossier.deposit,
    name                text not null check (length(btrim(name)) between 2 and 160),
    quality             text not null check (length(btrim(quality)) between 2 and 120),
    signed_on           date not null,
    -- The page signed by hand, among the annexes of this version.
    annex_id            uuid references dossier.annex,
    recorded_by         text not null
);
create trigger signature_is_frozen before update or delete on dossier.signature
    for each row execute function dossier.refuse_change();

-- The tables of a version that are also given as spreadsheets.
alter table dossier.file drop constraint file_kind_check;
alter table dossier.file add constraint file_kind_check
    check (kind in ('PDF', 'DOCX', 'DATA', 'RECEIPT', 'LETTER', 'COMMUNES', 'BUDGET'));
