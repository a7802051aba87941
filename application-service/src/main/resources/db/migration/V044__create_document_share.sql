-- A document shown to the agency of one application. The document is a personal one or a result, so it has no one table.
create table document_share (
    id             uuid        primary key,
    document_id    uuid        not null,
    owner_key      text        not null,
    application_id uuid        not null references application (id) on delete cascade,
    shared_at      timestamptz not null,
    expires_at     timestamptz,
    revoked_at     timestamptz
);
create index document_share_document on document_share (document_id);
create unique index document_share_once on document_share (application_id, document_id) where revoked_at is null;
