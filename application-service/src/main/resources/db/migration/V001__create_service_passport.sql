-- Every published version stays: an application is judged by the version it was begun with.
create table service_passport (
    code         text        not null,
    version      integer     not null,
    -- json, not jsonb: the order of form fields is the order people see.
    content      json        not null,
    sha256       text        not null,
    published_at timestamptz not null,
    primary key (code, version)
);
