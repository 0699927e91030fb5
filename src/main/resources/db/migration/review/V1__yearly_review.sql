create schema if not exists review;

-- The « dialogue de gestion » of one year of a contract: opened by an institution, prepared by the CPTS, agreed, closed once.
create table review.review (
    id                  uuid primary key,
    contract_id         uuid not null references contract.contract (id),
    year                int not null check (year between 1 and 10),
    state               text not null check (state in ('OPEN', 'HANDED', 'CLOSED')),
    opened_at           timestamptz not null,
    opened_by           text not null,
    opened_for          uuid not null references access.institution (id),
    -- What is asked, in words.
    request             text not null default '' check (length(request) <= 4000),
    file_due            date not null,
    contradictory_until date not null,
    handed_at           timestamptz,
    handed_by           text,
    meeting_on          date,
    minutes             text not null default '' check (length(minutes) <= 20000),
    closed_at           timestamptz,
    closed_by           text,
    -- The report as it was closed.
    pdf                 bytea,
    sha256              text,
    version             int not null default 0,
    unique (contract_id, year),
    check (file_due <= contradictory_until),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'OPEN') or handed_at is not null or closed_at is not null)
);

-- A line of results of the contract, as it was when the review was opened.
create table review.line (
    id              uuid primary key,
    review_id       uuid not null references review.review (id),
    result_line     uuid not null references contract.result_line (id),
    ordinal         int not null,
    agreed          numeric(18, 6),
    agreed_proof    boolean not null default false,
    agreed_reason   text not null default '' check (length(agreed_reason) <= 1000),
    agreed_at       timestamptz,
    agreed_by       text,
    unique (review_id, result_line)
);

-- What each party says of a line. Two values for one line are a disagreement, never overwritten by one another.
create table review.reading (
    line_id         uuid not null references review.line (id),
    party           text not null check (party in ('CPTS', 'ARS', 'CPAM', 'MSA')),
    value           numeric(18, 6),
    numerator       numeric(18, 2) check (numerator >= 0),
    denominator     numeric(18, 2) check (denominator > 0),
    extracted_on    date,
    comment         text not null default '' check (length(comment) <= 1000),
    -- Whether this party holds the line proven; of the CPTS the attached documents decide.
    proof           boolean not null default false,
    given_at        timestamptz not null,
    given_by        text not null,
    version         int not null default 0,
    primary key (line_id, party)
);

create table review.question (
    id              uuid primary key,
    review_id       uuid not null references review.review (id),
    line_id         uuid references review.line (id),
    party           text not null,
    asked_by        text not null,
    asked_at        timestamptz not null,
    question        text not null check (btrim(question) <> '' and length(question) <= 2000),
    answer          text check (length(answer) <= 4000),
    answered_by     text,
    answered_at     timestamptz,
    check ((answer is null) = (answered_at is null))
);
create index question_of_review on review.question (review_id, asked_at);

-- Between institutions. Nothing of the CPTS ever reads this table.
create table review.note (
    id              uuid primary key,
    review_id       uuid not null references review.review (id),
    institution_id  uuid not null references access.institution (id),
    author          text not null,
    written_at      timestamptz not null,
    note            text not null check (btrim(note) <> '' and length(note) <= 4000)
);
create index note_of_review on review.note (review_id, written_at);

-- What results without lines earned, and what is withheld: typed at closing, each with its reason.
create table review.decided (
    review_id       uuid not null references review.review (id),
    mission         text not null,
    part            text not null,
    kind            text not null check (kind in ('EARNED', 'WITHHELD')),
    amount          numeric(12, 2) not null check (amount >= 0),
    reason          text not null check (btrim(reason) <> '' and length(reason) <= 500),
    primary key (review_id, mission, part, kind)
);

-- What the year spent, by mission and nature: totals with their proof, until the accounts are kept here.
create table review.spending (
    id              uuid primary key,
    contract_id     uuid not null references contract.contract (id),
    year            int not null check (year between 1 and 10),
    -- Empty for the operating money.
    mission         text not null,
    nature          text not null,
    label           text not null check (btrim(label) <> '' and length(label) <= 160),
    amount          numeric(12, 2) not null check (amount > 0),
    document_id     uuid references library.document (id),
    recorded_at     timestamptz not null,
    recorded_by     text not null
);
create index spending_of_year on review.spending (contract_id, year);
