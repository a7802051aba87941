-- Whose application entered the record: a person who ends their account is told that the register keeps it.
alter table sole_trader add column person_id text;
create index sole_trader_person on sole_trader (person_id) where person_id is not null;
