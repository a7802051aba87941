-- What a scan found in a rejected file, as the scanner calls it; for those who look after security, shown to nobody else.
alter table paper add column found text;
