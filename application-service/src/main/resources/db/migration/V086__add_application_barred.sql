-- Accounts of the officers whose refusal an upheld complaint made void: they do not decide it again.
alter table application add column barred text[];
