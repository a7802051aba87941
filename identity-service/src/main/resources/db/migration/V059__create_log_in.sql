-- Attempts to log in, to see what is unlike a person. Of addresses and devices only keyed hashes, of places what the address
-- table says of the network. Kept for 90 days.
create table log_in (
    id        uuid primary key,
    person_id uuid        not null,
    at        timestamptz not null,
    succeeded boolean     not null,
    network   text,
    device    text,
    country   text,
    latitude  double precision,
    longitude double precision
);

create index log_in_person on log_in (person_id, at desc);
create index log_in_network on log_in (network, at desc) where not succeeded;
create index log_in_age on log_in (at);
