-- When the content of an infected file was thrown away; its row stays, so that everybody sees why there is no file.
alter table paper add column quarantine_ended_at timestamptz;
create index paper_quarantine on paper (created_at) where state = 'REJECTED' and quarantine_ended_at is null;
