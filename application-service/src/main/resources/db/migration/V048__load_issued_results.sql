-- Results of before: they are found by search and by verification like those that come.
insert into issued_result (id, application_id, application_number, owner_key, person_id, service_code, agency, code,
                           title_ru, title_en, sha256, automatic, made_at, issued_at)
select p.id, a.id, a.number, a.owner, a.person_id, a.service_code, a.agency, p.kind,
       'Результат услуги', 'Result of the service', p.sha256, false, p.created_at, a.updated_at
  from paper p
  join application a on a.id = p.application_id
 where p.side = 'AGENCY' and a.status = 'COMPLETED' and a.number is not null;
