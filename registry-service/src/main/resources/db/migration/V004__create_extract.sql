create table extract (
    id             uuid        not null,
    owner_id       text        not null,
    owner_org      uuid,
    application_id uuid,
    register       text        not null,
    record_key     text        not null,
    kind           text        not null,
    format         text        not null,
    entry_number   text        not null,
    sha256         text        not null,
    content        bytea       not null,
    created_at     timestamptz not null,
    primary key (id)
) partition by hash (id);
create table extract_0 partition of extract for values with (modulus 4, remainder 0);
create table extract_1 partition of extract for values with (modulus 4, remainder 1);
create table extract_2 partition of extract for values with (modulus 4, remainder 2);
create table extract_3 partition of extract for values with (modulus 4, remainder 3);

-- One extract per application, however often it is asked for.
create table extract_request (
    application_id uuid not null primary key,
    extract_id     uuid not null
) partition by hash (application_id);
create table extract_request_0 partition of extract_request for values with (modulus 4, remainder 0);
create table extract_request_1 partition of extract_request for values with (modulus 4, remainder 1);
create table extract_request_2 partition of extract_request for values with (modulus 4, remainder 2);
create table extract_request_3 partition of extract_request for values with (modulus 4, remainder 3);
