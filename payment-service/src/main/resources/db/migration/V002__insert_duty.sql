insert into payee (id, name, inn, kpp, account, bank_name, bic, corresp_account)
values ('fns', 'Казначейство России (ФНС России)', '7727406020', '770801001', '03100643000000018500',
        'ОТДЕЛЕНИЕ ТУЛА БАНКА РОССИИ//УФК Тульск. обл.', '017003983', '40102810445370000059');

-- "state-duty" serves every service that has no row of its own.
insert into duty (purpose, valid_from, payee_id, administrator, kbk, oktmo, due_days, title_ru, title_en)
values ('state-duty', '2023-01-01', 'fns', '182', '18210807010018000110', '45382000', 30,
        'Государственная пошлина', 'State duty'),
       ('state-duty.ip-registration', '2023-01-01', 'fns', '182', '18210807010018000110', '45382000', 30,
        'Государственная пошлина за регистрацию индивидуального предпринимателя',
        'State duty for the registration of a sole trader');
