-- What the desk must be told of, until somebody says that they have seen it.
create table notices (
  id $key$ primary key,
  kind text not null,
  story bigint,
  source text not null,
  words text not null,
  made_at bigint not null,
  seen_by text not null,
  seen_at bigint
);

create index notices_by_seen on notices (seen_by, id);
create index notices_by_story on notices (story, id);

-- Stories that hold the same copy, each pair both ways round; shared and contained in thousandths.
create table likenesses (
  story bigint not null,
  other bigint not null,
  shared bigint not null,
  contained bigint not null,
  exact bigint not null,
  primary key (story, other)
);

alter table stories add column copies bigint not null default 0;

-- Released copy that the desk left as it came follows the wire's updates by itself.
alter table sources add column follows bigint not null default 0;

-- The slugline as a name, for wires that number nothing.
alter table wire_items add column name text;
create index wire_items_by_name on wire_items (source, name, key);
