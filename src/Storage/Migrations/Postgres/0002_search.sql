-- The words come folded, see SearchWords; 'simple' changes nothing about them. They lie uncompressed outside the row: the rows stay small enough
-- to be gone through by the hundred, and reading one's words costs no unpacking. A bounded list of what is not yet in the index keeps writing fast
-- and reading it short.
create table release_search (
  key bigint primary key,
  words tsvector not null
);
alter table release_search alter column words set storage external;
create index release_search_words on release_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 256);

create table queue_search (
  key bigint primary key,
  words tsvector not null
);
alter table queue_search alter column words set storage external;
create index queue_search_words on queue_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 256);
