-- One number that every change of the catalogue moves on: replicas keep the catalogue in memory and look at it.
create table catalogue_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null
);
insert into catalogue_revision (revision) values (1);

create function move_catalogue_revision() returns trigger language plpgsql as $$
begin
    update catalogue_revision set revision = revision + 1;
    return null;
end $$;

create trigger service_passport_changed after insert or update or delete on service_passport
    for each statement execute function move_catalogue_revision();
create trigger tariff_changed after insert or update or delete on tariff
    for each statement execute function move_catalogue_revision();
create trigger term_reference_changed after insert or update or delete on term_reference
    for each statement execute function move_catalogue_revision();
create trigger dictionary_entry_changed after insert or update or delete on dictionary_entry
    for each statement execute function move_catalogue_revision();
