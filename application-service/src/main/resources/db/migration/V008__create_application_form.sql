-- Personal data, readable only with the service's key; apart from the application so that lists never touch it.
create table application_form (
    application_id  uuid  primary key references application (id) on delete cascade,
    form            bytea not null,
    prefilled       jsonb not null,
    -- The bytes that were signed and submitted, kept as they were.
    document        bytea,
    document_sha256 text
);
