-- Versions that are being written; publication moves them to service_passport.
create table passport_draft (
    code       text        not null,
    version    integer     not null,
    content    json        not null,
    sha256     text        not null,
    updated_at timestamptz not null,
    primary key (code, version)
);
