-- ЕГРЮЛ. Everything here is public by 129-FZ art. 6 but the head's INN, which only our own services read.
create table legal_entity (
    ogrn             text primary key,
    inn              text        not null unique,
    kpp              text        not null,
    full_name        text        not null,
    short_name       text        not null,
    status           text        not null,
    registered_on    date        not null,
    region           text        not null,
    okved_main       text        not null,
    capital_kopecks  bigint      not null,
    head_inn         text        not null,
    head_last_name   text        not null,
    head_first_name  text        not null,
    head_middle_name text,
    head_position    text        not null,
    entry_number     text        not null,
    name_search      tsvector generated always as (to_tsvector('russian', full_name || ' ' || short_name)) stored
);
create index legal_entity_name on legal_entity using gin (name_search);
