-- A change proposed to a text: words of it, and those to put in their place.
create table dossier.suggestion (
    id uuid primary key,
    dossier_id uuid not null references dossier.dossier on delete cascade,
    key text not null,
    -- Order among the changes proposed by one form.
    ordinal integer not null check (ordinal >= 0),
    before text not null check (char_length(before) <= 100000),
    after text not null check (char_length(after) <= 100000),
    reason text not null check (char_length(reason) <= 1000),
    author_id uuid not null references access.account,
    author_name text not null,
    made_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    decided_at timestamptz,
    decided_by uuid references access.account,
    decider_name text,
    check (before <> after),
    check ((state = 'OPEN') = (decided_at is null)),
    check ((state = 'OPEN') = (decided_by is null)),
    check ((state = 'OPEN') = (decider_name is null))
);
create index suggestion_of_text on dossier.suggestion (dossier_id, key);
