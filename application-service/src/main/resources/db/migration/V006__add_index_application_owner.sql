create index application_owner on application (owner, id desc);
