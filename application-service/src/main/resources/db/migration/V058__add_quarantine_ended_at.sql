-- When the content of an infected file was thrown away; its row stays, so that everybody sees why there is no file.
alter table paper add column quarantine_ended_at timestamptz;
alter table personal_document add column quarantine_ended_at timestamptz;
create index paper_quarantine on paper (created_at) where state = 'REJECTED' and quarantine_ended_at is null;
create index personal_document_quarantine on personal_document (created_at)
    where state = 'REJECTED' and quarantine_ended_at is null;
