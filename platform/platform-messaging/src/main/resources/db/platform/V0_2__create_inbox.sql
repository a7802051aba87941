-- Rows are kept longer than Kafka keeps the events (see InboxCleaner), so the table is bounded by the event rate.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_received_at on inbox (received_at);
