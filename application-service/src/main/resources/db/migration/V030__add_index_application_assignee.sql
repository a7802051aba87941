-- What an officer works on, and how much it is.
create index application_assignee on application (assignee, expected_completion_date, id)
    where assignee is not null
      and status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED');
