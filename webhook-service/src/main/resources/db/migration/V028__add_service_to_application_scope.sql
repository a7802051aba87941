-- Which service the application is for: charges and register records do not say, and endpoints may ask for some only.
alter table application_scope add column service text;
