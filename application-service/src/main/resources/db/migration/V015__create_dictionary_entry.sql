-- The words passports may use: agencies, categories, life events, units, result templates.
create table dictionary_entry (
    dictionary text not null,
    code       text not null,
    ru         text not null,
    en         text not null,
    valid_from date not null default '2020-01-01',
    valid_to   date,
    primary key (dictionary, code, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
