-- The working calendar lies in memory with the catalogue; a change of it is seen like any other of the reference data.
create trigger calendar_day_changed after insert or update or delete on calendar_day
    for each statement execute function move_catalogue_revision();
