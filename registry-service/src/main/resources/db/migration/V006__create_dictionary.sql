-- Classifiers of the state as data: a file of the service, or of whoever replaces it, is a version.
create table dictionary (
    code        text        primary key,
    version     integer     not null check (version > 0),
    -- False: an excerpt, of which nobody may say that a code does not exist.
    complete    boolean     not null,
    title_ru    text        not null,
    title_en    text        not null,
    source_ru   text        not null,
    source_en   text        not null,
    imported_at timestamptz not null
);
