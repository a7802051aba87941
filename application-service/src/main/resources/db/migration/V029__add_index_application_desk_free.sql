-- What nobody works on yet.
create index application_desk_free on application (agency, expected_completion_date, id)
    include (status, region, unit, service_code)
    where assignee is null
      and status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED');
