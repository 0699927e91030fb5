-- Which grant paid a spending; null when the contract did.
alter table review.spending add column funding_id uuid references funds.funding (id);
create index spending_of_funding on review.spending (funding_id) where funding_id is not null;
