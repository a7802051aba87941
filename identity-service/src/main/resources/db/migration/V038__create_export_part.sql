-- What one service has of a person, on its way into the archive. The contents lie sealed in the document store.
create table export_part (
    request_id uuid        not null references data_request (id) on delete cascade,
    service    text        not null,
    collected  boolean     not null default false,
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    records    bigint,
    files      integer,
    -- Files that the service named and did not have any more.
    lost       text[]      not null default '{}',
    fault      text,
    primary key (request_id, service)
);

create index export_part_due on export_part (due_at) where not collected;
