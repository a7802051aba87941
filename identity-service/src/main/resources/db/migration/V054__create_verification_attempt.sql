-- A proof of identity that has begun: a challenge to sign, a page to visit, a question to the registers. It holds nothing
-- personal; what was proved is in verification, under the same id.
create table verification_attempt (
    id         uuid primary key,
    person_id  uuid        not null references person (id),
    method     text        not null check (method in ('REGISTERS', 'CERTIFICATE', 'BANK', 'VIDEO')),
    status     text        not null check (status in ('PENDING', 'PROVED', 'REFUSED')),
    challenge  text,
    page       text,
    reason     text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index verification_attempt_person on verification_attempt (person_id, method, created_at);
create index verification_attempt_age on verification_attempt (created_at);
