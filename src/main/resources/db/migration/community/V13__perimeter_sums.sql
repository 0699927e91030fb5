-- A version never changes once saved: what its places sum up to is kept beside it, for lists of a thousand CPTS.
alter table community.perimeter
    add column communes   integer not null default 0 check (communes >= 0),
    -- Null when no place of it states its inhabitants.
    add column population bigint check (population >= 0);

update community.perimeter v
   set communes = sums.communes, population = sums.population
  from (select perimeter_id, count(distinct commune_code) as communes, sum(population) as population
          from community.perimeter_place group by perimeter_id) sums
 where sums.perimeter_id = v.id;
