-- Documents that people and organisations keep for themselves. Contents lie in the document store.
create table personal_document (
    id         uuid        primary key,
    owner_key  text        not null,
    person_id  text        not null,
    kind       text        not null,
    -- As the owner calls it; may name a person, so it is sealed.
    file_name  bytea       not null,
    format     text        not null,
    size       bigint      not null,
    sha256     text        not null,
    state      text        not null,
    -- What a scan found in a rejected file, for those who look after security.
    found      text,
    created_at timestamptz not null,
    -- The owner's own term; null: until they remove it.
    keep_until date
);
create index personal_document_owner on personal_document (owner_key, id);
create index personal_document_term on personal_document (keep_until) where keep_until is not null;
alter table scan_task add column personal_document_id uuid references personal_document (id) on delete cascade;
create index scan_task_personal_document on scan_task (personal_document_id);
