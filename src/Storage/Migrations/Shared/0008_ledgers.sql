-- Who says so, for each version that was read: what the rules found, with what the desk put right in it.
create table ledgers (
  story bigint not null,
  version bigint not null,
  made_by text not null,
  ledger text not null,
  mends text not null,
  primary key (story, version)
);

-- The named sources of each story's newest version, for the search by source.
create table voices (
  voice text not null,
  queue_key bigint not null,
  story bigint not null,
  name text not null,
  kind text not null,
  statements bigint not null,
  alone bigint not null,
  primary key (voice, queue_key)
);

create index voices_by_story on voices (story);
