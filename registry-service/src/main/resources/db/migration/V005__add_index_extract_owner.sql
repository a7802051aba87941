-- A person asks for a copy of everything that was made for them.
create index extract_owner on extract (owner_id, id) where owner_org is null;
