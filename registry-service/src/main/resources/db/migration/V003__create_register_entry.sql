-- Every change of a record as the register saw it: the provenance of its facts.
create table register_entry (
    register     text        not null,
    record_key   text        not null,
    entry_number text        not null,
    entered_on   date        not null,
    kind         text        not null,
    primary key (register, record_key, entry_number)
) partition by hash (register, record_key);
create table register_entry_0 partition of register_entry for values with (modulus 4, remainder 0);
create table register_entry_1 partition of register_entry for values with (modulus 4, remainder 1);
create table register_entry_2 partition of register_entry for values with (modulus 4, remainder 2);
create table register_entry_3 partition of register_entry for values with (modulus 4, remainder 3);
