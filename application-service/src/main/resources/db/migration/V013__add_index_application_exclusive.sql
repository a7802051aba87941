-- One application under way per owner, where the service says so; the database decides between two that race.
create unique index application_exclusive on application (owner, service_code)
    where exclusive and status in ('AWAITING_PAYMENT', 'SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'APPROVED');
