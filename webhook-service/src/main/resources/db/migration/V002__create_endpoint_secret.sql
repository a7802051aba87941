-- The signing key is encrypted; the endpoint's id is its associated data, so a row copied to another endpoint is useless.
create table endpoint_secret (
    id          uuid        primary key,
    endpoint_id uuid        not null references endpoint on delete cascade,
    ciphertext  bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);
create index endpoint_secret_endpoint on endpoint_secret (endpoint_id);
