-- What the rules found, and whether what it orders is still to be done.
create table anomaly (
    id          uuid primary key,
    log_in_id   uuid        not null,
    person_id   uuid        not null,
    rule        text        not null,
    action      text        not null check (action in ('NOTIFY', 'STEP_UP', 'BLOCK')),
    happened_at timestamptz not null,
    due_at      timestamptz,
    constraint anomaly_once unique (log_in_id, rule)
);

create index anomaly_person on anomaly (person_id, happened_at desc);
create index anomaly_due on anomaly (due_at) where due_at is not null;
create index anomaly_age on anomaly (happened_at);
