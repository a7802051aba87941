-- One row per Idempotency-Key, kept for a day. The id, the fingerprint and the key of the encrypted answer are derived
-- from what the caller sends, so the table gives away neither who called nor what was answered.
create table idempotency_key (
    id          bytea       primary key,
    fingerprint bytea       not null,
    attempt     uuid        not null,
    state       text        not null check (state in ('IN_FLIGHT', 'COMMITTED', 'ANSWERED')),
    answer      bytea,
    started_at  timestamptz not null
);
create index idempotency_key_started_at on idempotency_key (started_at);
