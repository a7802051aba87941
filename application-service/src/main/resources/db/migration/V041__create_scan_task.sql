-- Files that nobody has looked into yet: one row until a verdict is recorded, or until the file is removed.
create table scan_task (
    document_id uuid        primary key,
    paper_id    uuid        references paper (id) on delete cascade,
    attempts    integer     not null default 0,
    due_at      timestamptz not null,
    last_fault  text
);
create index scan_task_due on scan_task (due_at);
create index scan_task_paper on scan_task (paper_id);
