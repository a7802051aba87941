-- How much each unit has to do, asked when a service may go to one of several.
create index application_unit on application (unit)
    where unit is not null
      and status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED');
