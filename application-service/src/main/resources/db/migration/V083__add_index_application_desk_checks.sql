-- What waits for a register, or was answered against the applicant: a few rows of a desk, found without reading the desk through.
create index application_desk_checks on application (agency, expected_completion_date, id)
    include (status, region, unit, assignee, service_code, check_states)
    where check_states is not null
      and status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED');
