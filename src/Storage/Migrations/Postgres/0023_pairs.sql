-- Neighbouring words as numbers, so that a phrase of two frequent words that seldom stand together is asked of an index. The index of words knows only
-- which rows hold both, and each of those would have to be read for their places. Two pairs may share a number: what is found is read for its words still.
create function word_pairs(words tsvector) returns integer[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct ('x' || left(md5(lexeme || ' ' || follower), 8))::bit(32)::integer), '{}')
  from (
    select lexeme, place, lead(lexeme) over (order by place) as follower, lead(place) over (order by place) as next_place
    from unnest(words) as word (lexeme, places, weights), unnest(places) as place
  ) as placed
  where next_place = place + 1
$$;

alter table release_search add column pairs integer[] not null generated always as (word_pairs(words)) stored;
alter table release_search alter column pairs set storage external;
create index release_search_pairs on release_search using gin (pairs) with (fastupdate = on, gin_pending_list_limit = 256);
