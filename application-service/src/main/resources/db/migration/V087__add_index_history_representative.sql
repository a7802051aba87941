-- What somebody did for others under powers of attorney, found when their own account has ended.
create index application_history_representative on application_history (representative) where representative is not null;
