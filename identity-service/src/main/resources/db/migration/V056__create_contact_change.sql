-- A new phone or e-mail that waits for its code. The address lies sealed and goes when the change is over; of the code only
-- a keyed hash. Rows stay a day for the limit.
create table contact_change (
    id            uuid primary key,
    person_id     uuid        not null references person (id),
    kind          text        not null check (kind in ('PHONE', 'EMAIL')),
    status        text        not null check (status in ('OPEN', 'OVER')),
    content       bytea,
    code_hash     bytea,
    attempts_left integer     not null,
    due_at        timestamptz,
    created_at    timestamptz not null,
    expires_at    timestamptz not null
);

create unique index contact_change_one_open on contact_change (person_id, kind) where status = 'OPEN';
create index contact_change_person on contact_change (person_id, created_at);
create index contact_change_due on contact_change (due_at) where due_at is not null;
create index contact_change_age on contact_change (created_at);

-- Accounts whose e-mail, or phone too, Keycloak is still to be told.
create table contact_claim (
    person_id  uuid primary key references person (id),
    with_phone boolean     not null,
    due_at     timestamptz not null,
    taken      timestamptz
);

create index contact_claim_due on contact_claim (due_at);
