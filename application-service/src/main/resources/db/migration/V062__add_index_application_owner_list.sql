-- The list of an owner, newest first. The rest of the columns let filters be judged in the index: a company may have a
-- hundred thousand applications. Ascending, since ids grow: what comes at the end of an owner's part fills pages, what
-- comes at its beginning leaves them half empty.
create index application_owner_list on application (owner, id) include (status, service_code, number, created_at);
-- What it does the old one need not.
drop index application_owner;
