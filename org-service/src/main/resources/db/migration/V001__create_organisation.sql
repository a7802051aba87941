-- One row per person and company: a stranger's failed attempt never stands in the way of the real head.
create table organisation (
    id         uuid        primary key,
    person_id  text        not null,
    inn        text        not null,
    kpp        text,
    ogrn       text        not null,
    name       text,
    status     text        not null check (status in ('CHECKING', 'LINKED', 'REJECTED', 'WITHDRAWN')),
    reasons    text[]      not null default '{}',
    version    bigint      not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- When the check is tried next; also the lease of whoever checks it now, so a crash frees it by time.
    check_at   timestamptz not null,
    attempts   int         not null default 0,
    unique (person_id, ogrn)
);
create index organisation_person on organisation (person_id, id);
-- A company has one head.
create unique index organisation_head on organisation (ogrn) where status = 'LINKED';
create index organisation_unchecked on organisation (check_at) where status = 'CHECKING';
