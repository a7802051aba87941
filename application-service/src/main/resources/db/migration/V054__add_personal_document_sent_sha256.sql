-- Hash of a picture as it was sent, when its metadata were taken out before it was kept.
alter table personal_document add column sent_sha256 text;
