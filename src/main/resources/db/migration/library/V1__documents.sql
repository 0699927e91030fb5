create schema if not exists library;

-- French without accents, so that « prevention » finds « prévention »: accents first, then the stem.
create text search configuration library.french (copy = pg_catalog.french);
alter text search configuration library.french
    alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.french_stem;

-- Words as they are written, without accents: what is typed of a title is found before the word is whole.
create text search configuration library.plain (copy = pg_catalog.simple);
alter text search configuration library.plain
    alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.simple;

-- The bytes of a file, once, whoever sent them and however often they serve; see docs/decisions/0125.
create table library.content (
    sha256          text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size            bigint not null check (size between 1 and 26214400),
    -- Name of a FileFormat: what the bytes are, never what a name says.
    format          text not null,
    stored_at       timestamptz not null,
    -- Its text, read in the background.
    text_state      text not null
                    check (text_state in ('WAITING', 'READING', 'READ', 'CUT', 'IMAGE', 'UNREADABLE')),
    claimed_at      timestamptz,
    body            text not null default '' check (length(body) <= 400000)
);
create index content_to_read on library.content (stored_at) where text_state in ('WAITING', 'READING');

-- In pieces of one megabyte, so that neither the program, nor the server, nor a backup ever holds a whole file.
create table library.piece (
    sha256          text not null references library.content on delete cascade,
    ordinal         integer not null check (ordinal >= 0),
    bytes           bytea not null check (octet_length(bytes) between 1 and 1048576),
    primary key (sha256, ordinal)
);
-- What is sent is compressed already.
alter table library.piece alter column bytes set storage external;

create table library.document (
    -- Chosen when the form is shown: sending it twice adds one document.
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    title           text not null check (length(btrim(title)) between 2 and 200 and title !~ '[[:cntrl:]]'),
    -- Code of rules/document-types.yaml, and its words, which are searched too.
    type            text not null check (length(type) <= 40),
    type_label      text not null,
    -- The day the document bears.
    dated           date not null,
    -- Who it is from, in words.
    origin          text not null default '' check (length(origin) <= 200),
    -- The version that serves.
    current         integer not null default 1 check (current > 0),
    sha256          text not null references library.content,
    archived_at     timestamptz,
    added_at        timestamptz not null,
    added_by        text not null,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    -- The text of the current version.
    body            text not null default '',
    -- What it is, apart: small enough to rank thousands of documents.
    head            tsvector not null generated always as (
                        setweight(to_tsvector('library.french', title), 'A')
                        || setweight(to_tsvector('library.plain', title), 'A')
                        || setweight(to_tsvector('library.french', type_label || ' ' || origin), 'B')) stored,
    search          tsvector not null generated always as (
                        setweight(to_tsvector('library.french', title), 'A')
                        || setweight(to_tsvector('library.plain', title), 'A')
                        || setweight(to_tsvector('library.french', type_label || ' ' || origin), 'B')
                        || setweight(to_tsvector('library.french', body), 'D')) stored,
    unique (community_id, id)
);
create index document_search on library.document using gin (search);
create index document_of_community on library.document (community_id, dated desc);
create index document_content on library.document (sha256);
-- The same file is one document of a CPTS, however often it is sent.
create unique index document_once on library.document (community_id, sha256) where archived_at is null;

create table library.version (
    document_id     uuid not null references library.document,
    ordinal         integer not null check (ordinal > 0),
    sha256          text not null references library.content,
    file_name       text not null check (length(file_name) between 1 and 120 and file_name !~ '[[:cntrl:]/\\]'),
    added_at        timestamptz not null,
    added_by        text not null,
    account_id      uuid not null references access.account (id),
    primary key (document_id, ordinal)
);
create index version_content on library.version (sha256);

-- A file that was sent and accepted while the form around it still had a fault: it need not be sent again.
create table library.received (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    account_id      uuid not null references access.account (id),
    sha256          text not null references library.content,
    file_name       text not null,
    received_at     timestamptz not null
);
create index received_content on library.received (sha256);

-- What a document serves for. Taking a use away never touches the document.
create table library.use (
    community_id    uuid not null,
    document_id     uuid not null,
    kind            text not null check (kind ~ '^[A-Z_]+$'),
    -- The thing of another module: a dossier, an action, a convention.
    thing           uuid not null,
    rank            integer not null check (rank > 0),
    -- How it is called there, when that is not its title.
    label           text not null default '' check (length(label) <= 200 and label !~ '[[:cntrl:]]'),
    -- The expected piece it answers, by its key.
    piece           text check (length(piece) <= 60),
    attached_at     timestamptz not null,
    attached_by     text not null,
    primary key (kind, thing, document_id),
    foreign key (community_id, document_id) references library.document (community_id, id)
);
create index use_of_document on library.use (document_id);
