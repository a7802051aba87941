-- Empty means all. Services are codes of the catalogue, subjects ids of applications. An ordered endpoint hears of one
-- subject's events strictly one after another.
alter table endpoint
    add column services text[]  not null default '{}',
    add column subjects uuid[]  not null default '{}',
    add column ordered  boolean not null default false;
