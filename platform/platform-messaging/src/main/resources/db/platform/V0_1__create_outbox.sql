-- A queue, not a journal: rows live until Kafka has acknowledged them. Identity cache stays 1, so ids follow the order
-- of inserts within an aggregate.
create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null,
    topic        text        not null,
    type         text        not null,
    aggregate_id uuid        not null,
    version      bigint      not null,
    traceparent  text,
    payload      bytea       not null,
    created_at   timestamptz not null default clock_timestamp()
) with (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0
);
