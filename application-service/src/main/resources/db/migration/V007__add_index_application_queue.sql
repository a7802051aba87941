-- The queue of an agency: only what it has still to do.
create index application_queue on application (agency, id)
    where status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'APPROVED');
