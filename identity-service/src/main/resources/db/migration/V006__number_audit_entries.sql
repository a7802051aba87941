-- The place of each entry in the Merkle tree, without gaps, given under the lock of audit_tree. Entries from before are
-- numbered in the order they came. Older replicas must be stopped first: they do not know the column.
alter table audit_entry add column leaf_index bigint;
alter table audit_entry disable trigger audit_entry_is_append_only;
update audit_entry entry
set leaf_index = numbered.place
from (select event_id, occurred_at, row_number() over (order by sequence) - 1 as place from audit_entry) numbered
where entry.event_id = numbered.event_id and entry.occurred_at = numbered.occurred_at;
alter table audit_entry enable trigger audit_entry_is_append_only;
alter table audit_entry alter column leaf_index set not null;
create index audit_entry_leaf on audit_entry (leaf_index);
