-- A sample of proofs that an institution asks to check; the draw can be repeated from its seed.
create table review.sample (
    -- Chosen when the form is shown: sending it twice draws once.
    id              uuid primary key,
    review_id       uuid not null references review.review (id),
    institution_id  uuid not null references access.institution (id),
    way             text not null check (way in ('ALL', 'RANDOM', 'CHOSEN')),
    seed            text check (seed ~ '^[0-9]{1,18}$'),
    drawn           int not null check (drawn > 0),
    -- How many proofs could be drawn.
    among           int not null check (among >= drawn),
    drawn_at        timestamptz not null,
    drawn_by        text not null,
    check ((way = 'RANDOM') = (seed is not null))
);
create index sample_of_review on review.sample (review_id, drawn_at);

-- A proof to check and what was found: about the file that was looked at, and no other.
create table review.proof_check (
    id              uuid primary key,
    review_id       uuid not null references review.review (id),
    sample_id       uuid not null references review.sample (id),
    -- The line of results, or the spending, that the document proves.
    thing           uuid not null,
    document_id     uuid not null references library.document (id),
    finding         text check (finding in ('CONFORM', 'NOT_CONFORM', 'INCOMPLETE')),
    -- Told to the CPTS.
    reason          text not null default '' check (length(reason) <= 1000),
    sha256          text,
    found_at        timestamptz,
    found_by        text,
    version         int not null default 0,
    unique (review_id, thing, document_id),
    check ((finding is null) = (found_at is null)),
    check ((finding is null) = (sha256 is null)),
    check (finding is null or finding = 'CONFORM' or btrim(reason) <> '')
);
create index check_of_sample on review.proof_check (sample_id);
