-- The agency's running term: what is told next as its end comes near, and from which day on. None stands when it stops.
create table term_watch (
    application_id uuid    primary key references application (id) on delete cascade,
    -- Days of the whole term, working days or calendar days as the service counts.
    total_days     integer not null,
    working        boolean not null,
    told           text    check (told in ('HALF', 'THREE_QUARTERS', 'PAST')),
    -- Null while the term stands still, and once everything is told.
    due_on         date
);
create index term_watch_due on term_watch (due_on) where due_on is not null;
