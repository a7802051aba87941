drop table delivery;
drop table old_audience_event;
