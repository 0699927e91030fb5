-- What the calendar of the agreement waits for after a start: a mission fully deployed, the crisis plan of a year handed over.
create table contract.milestone (
    contract_id     uuid not null references contract.contract (id),
    kind            text not null check (kind in ('DEPLOYED', 'CRISIS_PLAN')),
    -- Code of the mission, or number of the contract year.
    subject         text not null check (
        kind = 'DEPLOYED' and subject ~ '^[A-Z_]{1,40}$' or kind = 'CRISIS_PLAN' and subject ~ '^([1-9]|10)$'),
    reached_on      date not null,
    recorded_at     timestamptz not null,
    recorded_by     text not null,
    primary key (contract_id, kind, subject)
);
