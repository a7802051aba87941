-- Browsers to push to. The subscription is sealed: its endpoint and keys let anybody push to the person.
create table device (
    id            uuid        primary key,
    person_id     text        not null,
    endpoint_hash bytea       not null,
    name          text        not null,
    subscription  bytea       not null,
    created_at    timestamptz not null,
    unique (person_id, endpoint_hash)
);
