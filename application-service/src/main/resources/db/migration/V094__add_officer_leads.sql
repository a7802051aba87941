-- Who leads a unit hears of what nobody there works on.
alter table officer add column leads boolean not null default false;
