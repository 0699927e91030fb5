-- Money of a year moved from one envelope to another (« fongibilité »), with who agreed: nothing moves without a trace.
create table review.transfer (
    id          uuid primary key,
    contract_id uuid           not null references contract.contract (id),
    year        int            not null check (year between 1 and 10),
    -- Empty for the operating money.
    from_part   text           not null,
    to_part     text           not null,
    amount      numeric(12, 2) not null check (amount > 0),
    reason      text           not null check (btrim(reason) <> '' and length(reason) <= 500),
    decided_on  date           not null,
    -- The written agreement: an amendment, a letter; empty where the rule of the day asks for none.
    agreement   text           not null check (length(agreement) <= 200),
    recorded_at timestamptz    not null,
    recorded_by text           not null,
    check (from_part <> to_part)
);
create index transfer_of_year on review.transfer (contract_id, year);
