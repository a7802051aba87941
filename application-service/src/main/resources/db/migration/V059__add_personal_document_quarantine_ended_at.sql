-- When the content of an infected document was thrown away; its row stays, so that its owner sees why.
alter table personal_document add column quarantine_ended_at timestamptz;
create index personal_document_quarantine on personal_document (created_at)
    where state = 'REJECTED' and quarantine_ended_at is null;
