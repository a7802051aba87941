-- What a person allows a partner to read. Kept after its end: whoever relied on it has to prove that it was there
-- (152-FZ, article 9, part 3), so nothing here refers to the person's row, which may be erased before.
create table consent (
    id            uuid primary key,
    person_id     uuid        not null,
    purpose       text        not null,
    fields        text[]      not null check (cardinality(fields) > 0),
    recipient     text        not null,
    valid_until   date        not null,
    -- The very bytes that were signed.
    document      bytea       not null,
    signature_id  uuid        not null unique,
    status        text        not null check (status in ('PENDING', 'GIVEN', 'WITHDRAWN')),
    version       bigint      not null,
    created_at    timestamptz not null,
    sign_until    timestamptz not null,
    given_at      timestamptz check ((status = 'PENDING') or (given_at is not null) or (status = 'WITHDRAWN')),
    withdrawn_at  timestamptz check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
);

create index consent_person on consent (person_id, id);
-- Every read by a partner asks this.
create index consent_in_force on consent (person_id, recipient) where status = 'GIVEN';
