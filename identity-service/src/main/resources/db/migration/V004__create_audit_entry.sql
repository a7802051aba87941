-- The journal of the whole house. One partition a month (PartitionKeeper makes them ahead); the default one only catches
-- entries from outside every month, so that none is ever lost.
create table audit_entry (
    sequence    bigint generated always as identity,
    event_id    uuid        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    source      text        not null,
    actor_id    text        not null,
    actor_kind  text        not null,
    org_id      uuid,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    person_id   text,
    basis       text        not null,
    result      text        not null,
    trace_id    text,
    -- SHA-256 of the canonical form of the entry: the leaf of the future Merkle log.
    entry_hash  bytea       not null,
    primary key (event_id, occurred_at)
) partition by range (occurred_at);
create table audit_entry_default partition of audit_entry default;
create index audit_entry_sequence on audit_entry (sequence);
create index audit_entry_actor on audit_entry (actor_id, sequence);
create index audit_entry_person on audit_entry (person_id, sequence) where person_id is not null;
