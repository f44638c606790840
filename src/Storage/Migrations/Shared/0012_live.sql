-- Stories that are told as they happen. A row makes the story live; its copy, its embargo and its kill stay those of the story.
create table live_stories (
  story bigint not null primary key,
  began_at bigint not null,
  ended_at bigint,
  pinned bigint
);

-- The entries of live stories, each version a row that is seen until the next one takes its place. The key is the time of the entry. Nothing of them is seen
-- where their story is not.
create table live_entries (
  key bigint not null,
  number bigint not null,
  story bigint not null,
  kind text not null,
  note text not null,
  key_point bigint not null,
  headline text not null,
  body text not null,
  made_by text not null,
  visible_from bigint not null,
  visible_until bigint not null,
  primary key (key, number)
);

create index live_entries_by_story on live_entries (story, key);

-- Readers who asked for the news by mail. An address stands here from the sign-up on, and goes with the farewell, or where it is never confirmed.
create table readers (
  token text not null primary key,
  email text not null unique,
  rhythm text not null,
  asked_at bigint not null,
  ask_due bigint not null,
  confirmed_at bigint,
  sent_until bigint not null,
  next_at bigint not null,
  failures bigint not null
);

create index readers_by_next on readers (next_at);

-- Stories that tell the same in several languages: those of one group.
create table translations (
  story bigint not null primary key,
  grouped bigint not null
);

create index translations_by_group on translations (grouped);
