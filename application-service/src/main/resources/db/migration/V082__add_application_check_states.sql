-- How the checks put off stand that an officer has to look at, for the queue: PENDING, FAILED, or both; null when there are none,
-- or all have passed.
alter table application add column check_states text[];
update application
   set check_states = open.states
  from (select application_id, array_agg(distinct state order by state) as states
          from register_check
         where state <> 'PASSED'
         group by application_id) open
 where open.application_id = id;
