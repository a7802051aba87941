-- What applicants say of a service once it is over; once per application. Their words are sealed.
create table feedback (
    application_id uuid        primary key references application (id),
    agency         text        not null,
    region         text,
    service_code   text        not null,
    rating         smallint    not null check (rating between 1 and 5),
    text           bytea,
    created_at     timestamptz not null
);
create index feedback_agency on feedback (agency, service_code, rating) include (region);
