-- How an institution is reached, as the head of its letters prints it; empty while nobody has said.
alter table access.institution
    add column postal_address text not null default '',
    add column email text not null default '',
    add column phone text not null default '';
