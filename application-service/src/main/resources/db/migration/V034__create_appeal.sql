-- A case of its own: an application that is decided stays so, whatever becomes of the complaint.
create sequence appeal_number as bigint;

create table appeal (
    id                       uuid        primary key,
    version                  bigint      not null,
    application_id           uuid        not null references application (id),
    number                   text        not null unique,
    agency                   text        not null,
    region                   text,
    ground                   text        not null references appeal_ground (code),
    -- What the applicant wrote, and what the agency answered; sealed.
    text                     bytea       not null,
    answer                   bytea,
    status                   text        not null check (status in ('REGISTERED', 'UPHELD', 'DENIED')),
    registered_on            date        not null,
    expected_completion_date date        not null,
    created_at               timestamptz not null,
    decided_at               timestamptz
);
-- One open complaint of an application at a time.
create unique index appeal_open on appeal (application_id) where status = 'REGISTERED';
create index appeal_application on appeal (application_id, id);
create index appeal_desk on appeal (agency, expected_completion_date, id) where status = 'REGISTERED';
