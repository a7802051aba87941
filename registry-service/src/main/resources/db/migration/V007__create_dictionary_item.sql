-- A code may come back with another name, so a row is a code from one day to another.
create table dictionary_item (
    dictionary text not null references dictionary,
    code       text not null,
    parent     text,
    name_ru    text not null,
    name_en    text not null,
    valid_from date not null,
    -- The last day; null: no end is known.
    valid_to   date check (valid_to >= valid_from),
    primary key (dictionary, code, valid_from)
);
create index dictionary_item_parent on dictionary_item (dictionary, parent, code);
