-- What was put into a text from the diagnosis, as it was on that day: a sentence, a map or a chart. Newer data never
-- changes it; a line stays when the author takes the words away, for older texts of the history may hold them.
create table dossier.insertion (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier on delete cascade,
    -- The narrative it was put into.
    key text not null,
    kind text not null check (kind in ('SENTENCE', 'FIGURE')),
    -- Of a figure: the name in its line {{figure:name}}, once in a dossier.
    name text check (name ~ '^[a-z0-9-]{1,80}$'),
    -- What it was made from: indicateur:distance-urgences, scenario:…
    subject text not null check (subject ~ '^(indicateur|scenario):[a-z0-9-]+$'),
    title text not null,
    -- The words as they were put into the text, the caption of a figure.
    words text not null,
    -- Every figure in it as printed, by what it is.
    facts jsonb not null default '{}',
    -- The drawing with its caption, legend and credit.
    figure jsonb,
    -- The figures of a later day that the author saw and did not follow.
    kept jsonb,
    inserted_at timestamptz not null,
    inserted_by text not null,
    unique (dossier_id, name),
    check ((kind = 'FIGURE') = (figure is not null) and (kind = 'FIGURE') = (name is not null))
);

create index insertion_of_narrative on dossier.insertion (dossier_id, key, inserted_at);
