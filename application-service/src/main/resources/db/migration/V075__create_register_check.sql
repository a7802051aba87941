-- Checks that could not be made at submission because the register did not answer: due until it has, then kept for the agency.
create table register_check (
    id             uuid        primary key default uuidv7(),
    application_id uuid        not null references application (id) on delete cascade,
    code           text        not null,
    state          text        not null check (state in ('PENDING', 'PASSED', 'FAILED')),
    checked_at     timestamptz,
    attempts       integer     not null default 0,
    due_at         timestamptz,
    last_fault     text,
    unique (application_id, code)
);
create index register_check_due on register_check (due_at) where due_at is not null;
