create table application_history (
    application_id  uuid        not null references application (id) on delete cascade,
    step            integer     not null,
    previous_status text,
    status          text        not null,
    actor           text        not null,
    reason_code     text,
    occurred_at     timestamptz not null,
    primary key (application_id, step)
);
