-- What is only typed belongs to nobody: whoever wrote somebody's SNILS first kept its owner out for three days. Several
-- registrations may have it now, and whoever confirms first becomes the person; person keeps both unique.
create index registration_snils_shared on registration (snils_hash) where status <> 'HELD';
create index registration_phone_shared on registration (phone_hash) where status <> 'HELD';
drop index registration_snils;
drop index registration_phone;
