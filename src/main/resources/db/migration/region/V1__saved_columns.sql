create schema if not exists region;

-- The columns of the portfolio that a person chose, in the order of the list; without a row, those everybody begins with.
create table region.saved_columns (
    account_id  uuid primary key references access.account,
    -- Codes of PortfolioColumn; one that no longer exists is passed over.
    columns     text[]      not null check (cardinality(columns) between 1 and 40),
    saved_at    timestamptz not null
);
