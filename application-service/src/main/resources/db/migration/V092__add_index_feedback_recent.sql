-- The last ratings of a service, out of which a mean is made at every bad one.
create index feedback_recent on feedback (agency, service_code, region, created_at desc) include (rating);
