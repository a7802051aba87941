-- What a service erased on order, what it kept, for how long and by which law.
create table erasure_answer (
    request_id  uuid        not null references data_request (id) on delete cascade,
    service     text        not null,
    answer      jsonb       not null,
    answered_at timestamptz not null,
    primary key (request_id, service)
);
