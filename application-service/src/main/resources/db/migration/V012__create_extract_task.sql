-- Work that must happen after a commit and survive a crash: one row until the extract is delivered.
create table extract_task (
    application_id uuid        primary key references application (id) on delete cascade,
    attempts       integer     not null default 0,
    due_at         timestamptz not null,
    last_fault     text
);
create index extract_task_due on extract_task (due_at);
