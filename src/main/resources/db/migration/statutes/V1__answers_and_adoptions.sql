create schema if not exists statutes;

-- What a CPTS chose in an article of its statutes or of its internal rules. An article without a line shows the usual
-- choices. Each article is saved apart, so that several people may work on one text.
create table statutes.answer (
    community_id uuid not null references community.community (id),
    kind text not null check (kind in ('STATUTES', 'INTERNAL_RULES')),
    article text not null check (article ~ '^[a-z0-9-]{1,60}$'),
    -- field name to the values typed there, already checked
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    version int not null default 0 check (version >= 0),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (community_id, kind, article)
);

-- A text as it was adopted: frozen, numbered from 1 in each CPTS.
create table statutes.adoption (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    kind text not null check (kind in ('STATUTES', 'INTERNAL_RULES')),
    number int not null check (number > 0),
    adopted_on date not null,
    body text not null check (body <> ''),
    place text not null,
    -- the words, as printed, and the choices that made them
    articles jsonb not null check (jsonb_typeof(articles) = 'array'),
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    pdf bytea not null,
    docx bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    docx_sha256 text not null check (docx_sha256 ~ '^[0-9a-f]{64}$'),
    recorded_at timestamptz not null,
    recorded_by text not null,
    unique (community_id, kind, number)
);

-- A new draft after an adopted text: from then on articles may change again.
create table statutes.revision (
    community_id uuid not null,
    kind text not null,
    after_number int not null,
    opened_at timestamptz not null,
    opened_by text not null,
    primary key (community_id, kind, after_number),
    foreign key (community_id, kind, after_number) references statutes.adoption (community_id, kind, number)
);

-- What was adopted stays as it was.
create function statutes.stays() returns trigger language plpgsql as $$
begin
    raise exception 'an adopted text does not change';
end $$;
create trigger adoption_stays before update or delete on statutes.adoption
    for each row execute function statutes.stays();
