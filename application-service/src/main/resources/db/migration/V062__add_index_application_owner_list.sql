-- The list of an owner, newest first. The rest of the columns let filters be judged in the index: a company may have a
-- hundred thousand applications.
create index application_owner_list on application (owner, id desc) include (status, service_code, number, created_at);
-- What it does the old one need not.
drop index application_owner;
