-- Accounts with a password for the first log-in, and until when it is good; the password is Keycloak's alone.
create table temporary_password (
    account_id uuid primary key,
    expires_at timestamptz not null
);

create index temporary_password_expiry on temporary_password (expires_at);
