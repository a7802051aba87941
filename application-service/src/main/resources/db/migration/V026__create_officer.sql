-- Who works at an agency, as far as work is given out by it: the agency's own system keeps it.
create table officer (
    agency    text    not null,
    id        text    not null,
    unit      text,
    region    text,
    -- Codes of services and of their categories.
    skills    text[]  not null default '{}',
    available boolean not null default true,
    primary key (agency, id)
);
