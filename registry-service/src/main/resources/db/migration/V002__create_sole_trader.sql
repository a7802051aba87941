-- ЕГРИП. Kept are only the public facts (129-FZ art. 6): no address, no passport, no date of birth.
create table sole_trader (
    ogrnip         text primary key,
    inn            text        not null,
    last_name      text        not null,
    first_name     text        not null,
    middle_name    text,
    status         text        not null,
    registered_on  date        not null,
    region         text        not null,
    okved_main     text        not null,
    entry_number   text        not null,
    application_id uuid unique,
    name_search    tsvector generated always as
        (to_tsvector('russian', last_name || ' ' || first_name || ' ' || coalesce(middle_name, ''))) stored
);
-- A person is a sole trader once at a time (129-FZ art. 22.1).
create unique index sole_trader_active_inn on sole_trader (inn) where status = 'ACTIVE';
create index sole_trader_inn on sole_trader (inn);
create index sole_trader_name on sole_trader using gin (name_search);

create sequence ogrnip_number start 500000001;
