-- Persons whose account has ended and of whom a law keeps something here; found again when its term ends.
create table erased_person (
    person_id  text        primary key,
    erasure_id uuid        not null,
    erased_at  timestamptz not null,
    look_at    timestamptz not null
);
create index erased_person_look on erased_person (look_at);
