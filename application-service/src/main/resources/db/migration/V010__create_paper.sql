-- Files of an application: attachments of the applicant and results of the agency. Contents lie in the document store.
create table paper (
    id             uuid        primary key,
    application_id uuid        not null references application (id) on delete cascade,
    side           text        not null check (side in ('APPLICANT', 'AGENCY')),
    kind           text        not null,
    -- As the sender called it; may name a person, so it is sealed.
    file_name      bytea       not null,
    format         text        not null,
    size           bigint      not null,
    sha256         text        not null,
    state          text        not null,
    created_at     timestamptz not null
);
create index paper_application on paper (application_id, id);
