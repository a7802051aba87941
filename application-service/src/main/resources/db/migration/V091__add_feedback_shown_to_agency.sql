-- Whether the agency may read the words and know which application they are about. Nobody who rated before was asked.
alter table feedback add column shown_to_agency boolean not null default false;
