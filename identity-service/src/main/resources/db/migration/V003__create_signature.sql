create table signature (
    id              uuid primary key,
    person_id       uuid        not null,
    org_id          uuid,
    document_sha256 text        not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
    kind            text        not null check (kind in ('SIMPLE')),
    status          text        not null check (status in ('PENDING', 'CONFIRMED', 'EXPIRED')),
    -- Keyed hash of the code with the signature's id; emptied when the code can no longer be used.
    code_hash       bytea,
    attempts_left   integer     not null check (attempts_left >= 0),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    confirmed_at    timestamptz
);
-- Ids are ordered by time: history pages, the hourly limit and the cool-down all walk this index from its end.
create index signature_person on signature (person_id, id);
