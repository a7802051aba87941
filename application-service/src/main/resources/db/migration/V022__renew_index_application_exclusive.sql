-- An application sent back for correction is under way, too.
drop index application_exclusive;
create unique index application_exclusive on application (owner, service_code)
    where exclusive and status in ('AWAITING_PAYMENT', 'SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                   'CORRECTION_REQUIRED', 'APPROVED');
