create schema if not exists contract;

-- The ACI contract of a CPTS, from its draft to its end. What it says is in its terms: number 0, then one for each amendment.
create table contract.contract (
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    -- Told to people: 2026-12-C001.
    number          text not null unique check (number <> ''),
    -- The validated projet de santé that it carries out.
    dossier_id      uuid not null references dossier.dossier (id),
    previous_id     uuid unique references contract.contract (id),
    state           text not null check (state in ('DRAFT', 'SIGNED', 'ENDED')),
    -- Set when signed: from the first day to the day after the last.
    period          daterange,
    years           int not null check (years between 1 and 10),
    -- Last day of a contract ended before its term.
    ended_on        date,
    end_reason      text,
    version         int not null default 0,
    created_at      timestamptz not null,
    created_by      text not null,
    changed_at      timestamptz not null,
    changed_by      text not null,
    check ((state = 'DRAFT') = (period is null)),
    check ((state = 'ENDED') = (ended_on is not null)),
    check ((ended_on is null) = (end_reason is null)),
    -- One contract at a time.
    constraint contract_one_at_a_time exclude using gist (community_id with =, period with &&)
);
create unique index contract_one_draft on contract.contract (community_id) where state = 'DRAFT';
create index contract_of_dossier on contract.contract (dossier_id);

create table contract.numbering (
    year            int not null,
    departement     text not null,
    last            int not null,
    primary key (year, departement)
);

create table contract.terms (
    id              uuid primary key,
    contract_id     uuid not null references contract.contract (id),
    number          int not null check (number >= 0),
    state           text not null check (state in ('DRAFT', 'SIGNED', 'DROPPED')),
    effect_on       date not null,
    signed_on       date,
    grid            text not null,
    size            int not null check (size between 1 and 4),
    population      bigint check (population >= 0),
    -- Where the population comes from, in words, with its year.
    population_from text not null default '',
    -- What an amendment changes and why, in words; empty for the contract itself.
    subject         text not null default '' check (length(subject) <= 2000),
    version         int not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    check ((state = 'SIGNED') = (signed_on is not null)),
    check (number = 0 or state = 'DROPPED' or btrim(subject) <> '')
);
create unique index terms_number on contract.terms (contract_id, number) where state <> 'DROPPED';
create unique index terms_one_draft on contract.terms (contract_id) where state = 'DRAFT';

create table contract.mission (
    terms_id        uuid not null references contract.terms (id),
    mission         text not null check (mission ~ '^[A-Z_]{1,40}$'),
    ordinal         int not null,
    title           text not null,
    base            boolean not null,
    start_on        date not null,
    -- The latest days of the agreement; null where it leaves them free.
    start_by        date,
    deployed_by     date,
    primary key (terms_id, mission)
);

create table contract.amount (
    terms_id        uuid not null references contract.terms (id),
    -- Empty for the operating money.
    mission         text not null,
    part            text not null check (part ~ '^[A-Z_]{1,40}$'),
    ordinal         int not null,
    part_title      text not null,
    paid            text not null check (paid in ('ADVANCE_AND_BALANCE', 'ON_RESULTS')),
    condition       text,
    -- What the grid proposes, with its status and source; null where no text read gives it.
    grid_amount     numeric(12, 2),
    grid_status     text not null,
    grid_source     text not null,
    -- What the contract says; null until somebody has typed it.
    amount          numeric(12, 2) check (amount between 0 and 9999999.99),
    reason          text not null default '' check (length(reason) <= 500),
    primary key (terms_id, mission, part),
    check (amount is null or grid_amount is null or amount = grid_amount or btrim(reason) <> '')
);

create table contract.signature (
    terms_id        uuid not null references contract.terms (id),
    party           text not null check (party in ('CPTS', 'ARS', 'CPAM')),
    name            text not null check (btrim(name) <> ''),
    quality         text not null check (btrim(quality) <> ''),
    signed_on       date not null,
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    primary key (terms_id, party)
);

-- When a mission really began; without a line, the day of the terms is a plan.
create table contract.mission_start (
    contract_id     uuid not null references contract.contract (id),
    mission         text not null,
    started_on      date not null,
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    primary key (contract_id, mission)
);

create table contract.receipt (
    -- Chosen when the form is shown: sending it twice records one.
    id              uuid primary key,
    contract_id     uuid not null references contract.contract (id),
    received_on     date not null,
    amount          numeric(12, 2) not null check (amount <> 0),
    -- As the bank wrote it.
    label           text not null check (btrim(label) <> '' and length(label) <= 160),
    -- Why it differs from what was expected.
    reason          text not null default '' check (length(reason) <= 500),
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    cancelled_at    timestamptz,
    cancelled_by    text,
    check ((cancelled_at is null) = (cancelled_by is null))
);
create index receipt_of_contract on contract.receipt (contract_id, received_on);
-- The same line of the bank is recorded once.
create unique index receipt_once on contract.receipt (contract_id, received_on, amount, lower(label))
    where cancelled_at is null;

create table contract.receipt_line (
    receipt_id      uuid not null references contract.receipt (id),
    ordinal         int not null,
    year            int not null check (year between 1 and 10),
    mission         text not null,
    part            text not null,
    nature          text not null check (nature in ('WHOLE', 'ADVANCE', 'BALANCE', 'VARIABLE')),
    amount          numeric(12, 2) not null check (amount <> 0),
    primary key (receipt_id, ordinal)
);

-- A decision to pay less than what is due: a mission not carried out, an advance to give back.
create table contract.withheld (
    id              uuid primary key,
    contract_id     uuid not null references contract.contract (id),
    year            int not null check (year between 1 and 10),
    mission         text not null,
    part            text not null,
    amount          numeric(12, 2) not null check (amount > 0),
    reason          text not null check (btrim(reason) <> '' and length(reason) <= 500),
    decided_on      date not null,
    decided_by      text not null,
    recorded_at     timestamptz not null
);
create index withheld_of_contract on contract.withheld (contract_id);

-- What results earned in a year, from the yearly review.
create table contract.earned (
    contract_id     uuid not null references contract.contract (id),
    year            int not null check (year between 1 and 10),
    mission         text not null,
    part            text not null,
    amount          numeric(12, 2) not null check (amount >= 0),
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    primary key (contract_id, year, mission, part)
);

-- Which institutions follow a contract: those of its seat, the head office of its région.
create view contract.followed_by as
select k.id as contract_id, i.id as institution_id
from contract.contract k
join community.community c on c.id = k.community_id
join access.institution i
    on (i.role = 'ARS_HEAD_OFFICE' and i.region_code = c.region_code)
    or (i.role <> 'ARS_HEAD_OFFICE' and c.seat_departement = any (i.departement_codes));
