-- Only in tests: the kinds of columns, keys and triggers that a restoration must get through.
create schema if not exists platform;

create table platform.person (
    id bigint generated always as identity primary key,
    name text not null,
    name_folded text generated always as (lower(name)) stored,
    mentor_id bigint references platform.person,
    house_id uuid,
    picture bytea,
    notes jsonb,
    tags text[],
    present daterange,
    exclude using gist (name with =, present with &&)
);

-- A circle of foreign keys: no order of the tables satisfies both.
create table platform.house (
    id uuid primary key,
    owner_id bigint not null references platform.person,
    price numeric(12, 2)
);
alter table platform.person add foreign key (house_id) references platform.house;

-- Append-only, like a journal.
create table platform.line (
    number bigint primary key,
    at timestamptz not null,
    text text not null
);
create sequence platform.line_number owned by platform.line.number;
create function platform.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'a line is never changed';
end $$;
create trigger append_only before update or delete on platform.line
    for each row execute function platform.refuse();
create trigger append_only_truncate before truncate on platform.line
    for each statement execute function platform.refuse();
