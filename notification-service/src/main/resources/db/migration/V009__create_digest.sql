-- A digest gathers until it is closed; a person has one open on each channel. It leaves by a delivery of its id.
create table digest (
    id        uuid        primary key,
    person_id text        not null,
    channel   text        not null,
    due_at    timestamptz not null,
    closed    boolean     not null
);
create unique index digest_open on digest (person_id, channel) where not closed;
