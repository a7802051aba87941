create table revoked_certificate (
    -- Hex, lower case, as the certificate says it.
    serial_number text primary key check (serial_number ~ '^[0-9a-f]{1,40}$'),
    revoked_at    timestamptz not null,
    -- CRLReason of RFC 5280, 5.3.1.
    reason        integer     not null check (reason between 0 and 10)
);
