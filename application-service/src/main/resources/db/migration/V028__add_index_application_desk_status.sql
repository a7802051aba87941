-- One status of the queue, or what is finished; also what is counted.
create index application_desk_status on application (agency, status, expected_completion_date, id)
    include (region, unit, assignee, service_code)
    where expected_completion_date is not null;
