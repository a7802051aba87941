-- What is to be told before a date. Done rows stay: they are why nothing is told twice.
create table reminder (
    id          uuid        primary key,
    matter      text        not null,
    subject     text        not null,
    due_on      date        not null,
    days_before int         not null,
    person_id   text        not null,
    remind_at   timestamptz not null,
    params      jsonb       not null,
    state       text        not null check (state in ('PENDING', 'DONE', 'CANCELLED')),
    done_at     timestamptz,
    unique (matter, subject, due_on, days_before)
);
create index reminder_due on reminder (remind_at) where state = 'PENDING';
