-- A line that pays in proportion of the way made from its baseline to this target, instead of by tiers.
alter table contract.result_line add column target numeric(18, 6);
alter table contract.result_line add constraint result_line_scale check (
    (target is null and jsonb_array_length(tiers) > 0)
    or (target is not null and baseline is not null and jsonb_array_length(tiers) = 0
        and (direction = 'RISE' and target > baseline or direction = 'FALL' and target < baseline)));
