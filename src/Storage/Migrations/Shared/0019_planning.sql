-- What will take place: announced by wires, each under its sender's name for it, or written down here, where source and guid are empty. The times are
-- milliseconds; until_at is the end of what repeats, or far away where that has none, so that a range of days finds it by one index.
create table planned_events (
  id $key$ primary key,
  source text not null,
  guid text not null,
  version bigint not null,
  title text not null,
  notes text not null,
  place text not null,
  organiser text not null,
  contacts text not null,
  coverage text not null,
  link text not null,
  section text not null,
  starts_at bigint not null,
  ends_at bigint,
  until_at bigint not null,
  all_day bigint not null,
  recurrence text not null,
  status text not null,
  dropped bigint not null default 0,
  made_by text not null,
  changed_at bigint not null
);

create index planned_events_by_name on planned_events (source, guid);
create index planned_events_by_end on planned_events (until_at, starts_at);

-- What somebody is to deliver, of an event or for a story. Nobody is person 0.
create table assignments (
  id $key$ primary key,
  event bigint not null,
  occurs_at bigint,
  story bigint,
  kind text not null,
  what text not null,
  person bigint not null,
  due_at bigint,
  words bigint not null,
  state text not null,
  made_by text not null,
  changed_at bigint not null
);

create index assignments_by_event on assignments (event);
create index assignments_by_story on assignments (story);
create index assignments_by_person on assignments (person, state);
create index assignments_by_state on assignments (state, due_at);
