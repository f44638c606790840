-- What the desk says to itself about a passage of a story. The first of a thread carries its own number as thread, what it was said of (quote), what stands
-- there now (passage), and where that is in the text of the newest version (starts and ends, -1 where it is gone).
create table comments (
  id $key$ primary key,
  story bigint not null,
  thread bigint not null,
  words text not null,
  person bigint not null,
  made_by text not null,
  made_at bigint not null,
  quote text not null default '',
  passage text not null default '',
  starts bigint not null default -1,
  ends bigint not null default -1,
  settled_by text not null default '',
  settled_at bigint
);

create index comments_by_story on comments (story, thread, id);

-- How many of a story's threads are not settled, and when anything about them last changed.
alter table stories add column comments bigint not null default 0;
alter table stories add column commented_at bigint not null default 0;

-- Where somebody was named with an @: in a comment, or with comment 0 in the note to the desk. A mail is due while mail_at holds a time.
create table mentions (
  id $key$ primary key,
  person bigint not null,
  story bigint not null,
  comment bigint not null,
  words text not null,
  made_by text not null,
  made_at bigint not null,
  seen_at bigint,
  mail_at bigint
);

create index mentions_by_person on mentions (person, seen_at);
create index mentions_by_mail on mentions (mail_at);

-- A version's text with what is suggested in it, in the editor's form; empty where nothing is. It stands beside the copy, which is the text without it.
alter table versions add column suggested text not null default '';
