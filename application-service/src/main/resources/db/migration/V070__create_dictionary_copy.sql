-- Dictionaries of registry-service as they were last read: forms are judged by them while it is away, after a start, too.
create table dictionary_copy (
    code       text        primary key,
    version    integer     not null,
    complete   boolean     not null,
    entries    jsonb       not null,
    fetched_at timestamptz not null
);
