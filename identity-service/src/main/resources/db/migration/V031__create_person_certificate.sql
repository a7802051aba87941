create table person_certificate (
    id             uuid primary key,
    person_id      uuid        not null,
    kind           text        not null check (kind in ('PLATFORM', 'OWN')),
    status         text        not null check (status in ('PENDING', 'ACTIVE', 'REVOKED')),
    -- SHA-256 of the DER.
    fingerprint    text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    serial_number  text        not null,
    -- Sealed DER: a certificate names its holder.
    certificate    bytea       not null,
    -- PLATFORM only: sealed PKCS#8, readable with the server's key and the person's password together; emptied at revocation.
    private_key    bytea,
    -- OWN and PENDING only: what the holder must sign to prove the key.
    challenge      text,
    not_before     timestamptz not null,
    not_after      timestamptz not null,
    created_at     timestamptz not null,
    revoked_at     timestamptz,
    check (kind = 'PLATFORM' or private_key is null)
);
create index person_certificate_person on person_certificate (person_id, id);
-- One key of the platform at a time for a person; a certificate belongs to one account.
create unique index person_certificate_platform on person_certificate (person_id) where kind = 'PLATFORM' and status = 'ACTIVE';
create unique index person_certificate_fingerprint on person_certificate (fingerprint) where status = 'ACTIVE';
