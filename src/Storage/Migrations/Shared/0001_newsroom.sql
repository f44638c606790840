-- Times are milliseconds since 1970 UTC. Keys are a time in milliseconds times 4096 plus a tie-break, so that key order is date order
-- on both databases; nothing is ever ordered by an identity column. $key$ and $blob$ are the dialect's words.

create table settings (
  name text not null primary key,
  value text not null
);

create table sections (
  slug text not null primary key,
  name text not null,
  position bigint not null
);

create table people (
  id $key$ primary key,
  name text not null,
  email text not null unique,
  role text not null,
  password_hash text,
  stamp text not null
);

create table invitations (
  token_hash text not null primary key,
  role text not null,
  email text not null,
  expires_at bigint not null,
  used_at bigint
);

create table sources (
  slug text not null primary key,
  name text not null,
  kind text not null,
  address text not null,
  credit text not null,
  section text not null,
  language text not null,
  trusted bigint not null,
  paused bigint not null,
  interval_seconds bigint not null,
  etag text,
  last_modified text,
  next_at bigint,
  failures bigint not null default 0,
  last_seen_at bigint,
  last_fault text
);

-- What arrived, byte for byte, once for each content.
create table raw (
  hash text not null primary key,
  bytes $blob$ not null
);

create table arrivals (
  id $key$ primary key,
  source text not null,
  name text not null,
  hash text not null,
  length bigint not null,
  media_type text,
  charset text,
  arrived_at bigint not null,
  outcome text
);

create index arrivals_by_source on arrivals (source, id);

-- What each document said. A kill that came before its item stands here without a story.
create table wire_items (
  key $key$ primary key,
  arrival bigint not null,
  place bigint not null,
  source text not null,
  guid text,
  version bigint,
  signal text not null,
  content_hash text not null,
  story bigint,
  received_at bigint not null,
  item text not null
);

create index wire_items_by_guid on wire_items (source, guid, key);
create index wire_items_by_content on wire_items (source, content_hash, key);
create index wire_items_by_story on wire_items (story, key);

-- One row a story: all that the queue shows and filters on.
create table stories (
  id $key$ primary key,
  queue_key bigint not null unique,
  state text not null,
  slug text not null,
  head_version bigint not null,
  released_version bigint not null,
  wire_version bigint not null,
  source text not null,
  signal text not null,
  urgency bigint not null,
  slugline text not null,
  headline text not null,
  working_title bigint not null,
  lead text not null,
  section text not null,
  language text not null,
  credit text not null,
  words bigint not null,
  arrived_at bigint not null,
  changed_at bigint not null,
  taken_by text not null,
  opens_at bigint,
  embargo_until bigint,
  embargo_unread bigint not null,
  hold text not null,
  withdrawn_at bigint,
  withdrawal_reason text
);

create index stories_by_state on stories (state, queue_key);
create index stories_by_section on stories (section, queue_key);
create index stories_by_source on stories (source, queue_key);
create index stories_by_opening on stories (opens_at);

create table versions (
  story bigint not null,
  number bigint not null,
  copy text not null,
  source text not null,
  wire_item bigint,
  made_by text not null,
  made_at bigint not null,
  primary key (story, number)
);

create table moves (
  story bigint not null,
  number bigint not null,
  move text not null,
  from_state text not null,
  to_state text not null,
  version bigint not null,
  made_by text not null,
  made_at bigint not null,
  note text not null,
  primary key (story, number)
);

-- What went out, or will: a version, visible from a moment until the next one takes its place. No other column opens a story.
create table releases (
  key $key$ primary key,
  story bigint not null,
  version bigint not null,
  kind text not null,
  note text not null,
  published_at bigint not null,
  visible_from bigint not null,
  visible_until bigint not null,
  slug text not null,
  section text not null,
  language text not null,
  headline text not null,
  lead text not null,
  byline text not null,
  credit text not null,
  place text not null,
  urgency bigint not null,
  picture text,
  copy text not null
);

create index releases_by_story on releases (story, visible_from);
create index releases_by_section on releases (section, key);
create index releases_by_kind on releases (kind, visible_from);
create index releases_by_opening on releases (visible_from);
create index releases_by_closing on releases (visible_until);

create table topics (
  slug text not null primary key,
  name text not null
);

create table release_topics (
  topic text not null,
  key bigint not null,
  primary key (topic, key)
);

create table release_pictures (
  file text not null,
  key bigint not null,
  primary key (file, key)
);

create table pictures (
  file text not null primary key,
  media_type text not null,
  width bigint not null,
  height bigint not null,
  length bigint not null
);
