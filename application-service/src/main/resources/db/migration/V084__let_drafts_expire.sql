-- Owners warned that a draft nobody has touched will be thrown away.
create table draft_warning (
    application_id uuid        primary key references application (id) on delete cascade,
    warned_at      timestamptz not null
);
-- Ids grow with time, so old drafts are at the beginning. Not by the day of the last change: saving a draft would then write to
-- the index each time.
create index application_draft on application (id) where status = 'DRAFT';
