-- Persons who asked to be told how an endpoint does: account ids, nothing else of them.
create table endpoint_watcher (
    endpoint_id uuid        not null references endpoint on delete cascade,
    person_id   uuid        not null,
    created_at  timestamptz not null,
    primary key (endpoint_id, person_id)
);
