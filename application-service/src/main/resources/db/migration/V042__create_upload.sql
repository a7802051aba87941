-- Files that are being sent in pieces; the pieces lie in the document store until the file is whole or its time is over.
create table upload (
    id             uuid        primary key,
    application_id uuid        not null references application (id) on delete cascade,
    kind           text        not null,
    -- As the sender calls it; may name a person, so it is sealed.
    file_name      bytea       not null,
    size           bigint      not null check (size > 0),
    sha256         text,
    received       bigint      not null check (received between 0 and size),
    expires_at     timestamptz not null
);
create index upload_application on upload (application_id);
create index upload_expiry on upload (expires_at);
create table upload_piece (
    upload_id   uuid   not null references upload (id) on delete cascade,
    start_at    bigint not null,
    document_id uuid   not null,
    primary key (upload_id, start_at)
);
create index upload_piece_document on upload_piece (document_id);
