create table application_message (
    id             uuid        primary key,
    application_id uuid        not null references application (id) on delete cascade,
    side           text        not null check (side in ('APPLICANT', 'AGENCY', 'SYSTEM')),
    kind           text        not null,
    text           bytea       not null,
    created_at     timestamptz not null
);
create index application_message_application on application_message (application_id, id);
