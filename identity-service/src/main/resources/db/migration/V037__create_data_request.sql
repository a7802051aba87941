-- What a person asks for by 152-FZ: a copy of everything, a correction, the end of it all. Kept after the person's row is
-- gone: that the request was met must be shown to whoever supervises.
create table data_request (
    id            uuid primary key,
    person_id     uuid        not null,
    kind          text        not null check (kind in ('EXPORT', 'CORRECTION', 'ERASURE')),
    status        text        not null,
    version       bigint      not null,
    -- By law the answer is due on this day.
    due_on        date        not null,
    created_at    timestamptz not null,
    closed_at     timestamptz,
    -- Sealed: what is to be corrected. Emptied when the person is erased.
    content       bytea,
    -- Of an erasure: hash of the receipt by which its result can be read once there is no account any more.
    receipt_hash  bytea,
    decided_by    text,
    decided_at    timestamptz,
    reason_code   text,
    -- Sealed: what the person is told of the decision.
    comment       bytea,
    -- Of an export: how long the archive is kept, its size, and when it was fetched first.
    expires_at    timestamptz,
    archive_bytes bigint,
    fetched_at    timestamptz,
    -- While somebody works on it, the end of their lease.
    work_at       timestamptz
);

create index data_request_person on data_request (person_id, id);
create index data_request_open on data_request (due_on, id) where closed_at is null;
create index data_request_work on data_request (work_at) where work_at is not null;
-- One of a kind at a time for a person; a correction may be of several fields.
create unique index data_request_one on data_request (person_id, kind)
    where closed_at is null and kind <> 'CORRECTION';
