create table preferences (
    person_id            uuid primary key references person (id),
    date_format          text        not null,
    quick_access         text[]      not null,
    contacts_visibility  text        not null,
    documents_visibility text        not null,
    draft_retention_days integer     not null,
    updated_at           timestamptz not null
);
