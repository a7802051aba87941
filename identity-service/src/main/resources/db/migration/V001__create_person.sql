-- Everything that tells who a person is lies encrypted; the *_hash columns are keyed hashes, there to find a person by a
-- number and to keep numbers unique without being able to read them.
create table person (
    id               uuid primary key,
    version          bigint      not null,
    ial              text        not null check (ial in ('simplified', 'standard', 'confirmed')),
    language         text        not null check (language in ('ru', 'en')),
    last_name        bytea       not null,
    first_name       bytea       not null,
    middle_name      bytea,
    birth_date       bytea       not null,
    snils            bytea       not null,
    inn              bytea,
    phone            bytea       not null,
    phone_confirmed  boolean     not null,
    email            bytea,
    address          bytea,
    passport         bytea,
    snils_hash       bytea       not null,
    inn_hash         bytea,
    phone_hash       bytea       not null,
    email_hash       bytea,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    constraint person_snils_unique unique (snils_hash),
    constraint person_inn_unique unique (inn_hash),
    constraint person_phone_unique unique (phone_hash),
    constraint person_email_unique unique (email_hash)
);
