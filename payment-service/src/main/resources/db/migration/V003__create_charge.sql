-- The number inside a UIN. Gaps are harmless, repeats are impossible.
create sequence charge_number as bigint;

-- Not partitioned: a charge is found by UIN and by application, and both must be unique over all time.
create table charge (
    id             uuid        primary key,
    uin            text        not null unique,
    application_id uuid        not null unique,
    service_code   text        not null,
    duty_purpose   text        not null,
    duty_from      date        not null,
    person_id      text        not null,
    org_id         uuid,
    amount         bigint      not null check (amount > 0),
    currency       text        not null,
    due_date       date        not null,
    status         text        not null check (status in ('DUE', 'PAID', 'CANCELLED')),
    version        bigint      not null,
    created_at     timestamptz not null,
    closed_at      timestamptz,
    foreign key (duty_purpose, duty_from) references duty
);
create index charge_duty on charge (duty_purpose, duty_from);
create index charge_person on charge (person_id, id) where org_id is null;
create index charge_org on charge (org_id, id) where org_id is not null;
