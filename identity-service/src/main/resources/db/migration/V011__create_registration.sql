-- An account that is not confirmed yet. What the person typed lies encrypted; the hashes keep one registration at a time
-- for a SNILS, a phone and an e-mail. A row with somebody else's number looks the same from outside and leads nowhere.
create table registration (
    id          uuid primary key,
    status      text        not null check (status in ('NEW', 'SENT', 'HELD')),
    content     bytea       not null,
    snils_hash  bytea       not null,
    phone_hash  bytea       not null,
    email_hash  bytea       not null,
    account_id  uuid,
    letters     integer     not null default 0,
    due_at      timestamptz,
    sent_at     timestamptz,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create unique index registration_snils on registration (snils_hash) where status <> 'HELD';
create unique index registration_phone on registration (phone_hash) where status <> 'HELD';
create unique index registration_email on registration (email_hash) where status <> 'HELD';
create unique index registration_account on registration (account_id) where account_id is not null;
create index registration_due on registration (due_at) where due_at is not null;
create index registration_expiry on registration (expires_at);
