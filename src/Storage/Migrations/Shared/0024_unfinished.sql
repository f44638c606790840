-- What was never finished is asked for at every start, before anything can arrive.
create index arrivals_unfinished on arrivals (id) where outcome is null;
