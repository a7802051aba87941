-- Only the days that differ from "Monday to Friday work": facts of the yearly transfer decrees.
create table calendar_day (
    day     date    primary key,
    working boolean not null
);
-- A provisional year is known from the law alone; its transfers come when the decree does.
create table calendar_year (
    year        integer primary key,
    provisional boolean not null
);
