-- What was submitted and signed before a correction; sealed for its place in application_form.
create table earlier_document (
    application_id     uuid        not null references application (id) on delete cascade,
    submitted_again_at timestamptz not null,
    document           bytea       not null,
    document_sha256    text        not null,
    signature_id       uuid,
    primary key (application_id, submitted_again_at)
);
