-- Documents that follow from a decision, to be made after its commit: one row until they are there.
create table result_task (
    application_id uuid        primary key references application (id) on delete cascade,
    attempts       integer     not null default 0,
    due_at         timestamptz not null,
    last_fault     text
);
create index result_task_due on result_task (due_at);
