-- An agency's engineer lists all endpoints that hear of the agency, whoever registered them.
create index endpoint_audience_id on endpoint (audience, id);
