-- The queue of an agency, what is due first on top: only what it has still to do. The rest of the columns let filters be
-- judged in the index.
create index application_desk on application (agency, expected_completion_date, id)
    include (status, region, unit, assignee, service_code)
    where status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED');
-- The old queue index, in the order of submission, is asked for no more.
drop index application_queue;
