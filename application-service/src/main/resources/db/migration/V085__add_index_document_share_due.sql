-- From here on revoked_at says since when a document is not shown any more, also when its time was over: what has ended by
-- time is told to the agency once, and found here.
create index document_share_due on document_share (expires_at) where revoked_at is null and expires_at is not null;
