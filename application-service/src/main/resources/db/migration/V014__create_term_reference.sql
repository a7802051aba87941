-- How long agencies have is law of a day, like the duties: the term valid on the day of submission counts.
create table term_reference (
    code       text    not null,
    valid_from date    not null,
    valid_to   date,
    amount     integer not null check (amount >= 0),
    unit       text    not null check (unit in ('WORKING_DAYS', 'CALENDAR_DAYS', 'INSTANT')),
    source     text    not null,
    primary key (code, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
