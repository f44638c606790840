-- What somebody is writing and has not saved as a version yet. The story is its number, or "new" for one that is not saved at all.
create table working_copies (
  person bigint not null,
  story text not null,
  base bigint not null,
  copy text not null,
  kept_at bigint not null,
  primary key (person, story)
);

-- Who is in which story now, and in which of its fields; rows go stale by themselves.
create table presence (
  story bigint not null,
  person bigint not null,
  page text not null,
  name text not null,
  field text not null,
  field_since bigint not null,
  seen_at bigint not null,
  wanted_by text not null,
  wanted_at bigint not null,
  primary key (story, page)
);

-- The checks of a story: each in one of three states. See Stories/Checks.cs.
alter table stories add column checks text not null default '';

-- Out of the queue until then.
alter table stories add column snoozed_until bigint;
alter table stories add column snoozed_by text not null default '';
create index stories_by_snooze on stories (snoozed_until);

-- The story that this one is the same as.
alter table stories add column same_as bigint;

-- Views of the queue that somebody keeps by a name; shared ones are everybody's.
create table queue_views (
  id $key$ primary key,
  person bigint not null,
  name text not null,
  address text not null,
  shared bigint not null
);

create index queue_views_by_person on queue_views (person);
