-- Where a duty comes from: act and article.
alter table tariff add column source text;
update tariff set source = 'НК РФ ст. 333.33 п. 1 пп. 6' where code = 'state-duty.ip-registration';
