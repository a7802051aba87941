-- Nothing looks an entry up by its sequence alone; the indexes by actor and by person end with it.
drop index audit_entry_sequence;
