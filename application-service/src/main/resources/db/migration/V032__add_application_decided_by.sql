-- Who decided: they may not judge the appeal against it.
alter table application add column decided_by text;
