-- Why a person is known as well as they are: one row for every time it was proved, never changed but for its end.
create table verification (
    id          uuid primary key,
    person_id   uuid        not null references person (id),
    method      text        not null check (method in ('MFC_CODE')),
    raised_from text        not null check (raised_from in ('simplified', 'standard', 'confirmed')),
    raised_to   text        not null check (raised_to in ('standard', 'confirmed')),
    witness     text        not null,
    verified_at timestamptz not null,
    valid_until date,
    ended_at    timestamptz
);

create index verification_person on verification (person_id, verified_at desc);
create index verification_expiry on verification (valid_until) where ended_at is null;

-- A code that an officer of a one-stop office has handed to a visitor. Of the code only a keyed hash; what the officer
-- read in the passport lies encrypted.
create table mfc_code (
    id            uuid primary key,
    snils_hash    bytea       not null,
    code_hash     bytea       not null,
    content       bytea       not null,
    officer_id    text        not null,
    attempts_left integer     not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    constraint mfc_code_one_for_a_person unique (snils_hash)
);

create index mfc_code_expiry on mfc_code (expires_at);

-- Levels that Keycloak is still to be told, so that tokens say them.
create table ial_claim (
    person_id uuid primary key references person (id),
    ial       text        not null check (ial in ('simplified', 'standard', 'confirmed')),
    due_at    timestamptz not null
);

create index ial_claim_due on ial_claim (due_at);
