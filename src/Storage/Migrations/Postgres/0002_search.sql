-- The words come folded, see SearchWords; 'simple' changes nothing about them.
create table release_search (
  key bigint primary key,
  words tsvector not null
);
create index release_search_words on release_search using gin (words) with (fastupdate = off);
create table queue_search (
  key bigint primary key,
  words tsvector not null
);
create index queue_search_words on queue_search using gin (words) with (fastupdate = off);
