-- A person's rights over copy may be limited to desks, as they may be to sections. Words with spaces between; empty means all.
alter table people add column desks text not null default '';
alter table invitations add column desks text not null default '';

-- Who somebody is at the house's provider: its name and its number for them, which never passes to anybody else. by_groups: let in by their groups there,
-- which then say what they may do.
create table identities (
  issuer text not null,
  subject text not null,
  person bigint not null,
  by_groups bigint not null,
  tied_at bigint not null,
  used_at bigint not null,
  primary key (issuer, subject)
);

create index identities_by_person on identities (person);

-- How a session began, and, sealed, what the provider needs to end its own when this one ends.
alter table sessions add column how text not null default '';
alter table sessions add column hint text not null default '';

-- Where somebody is in the tour of the desk: 0 before it, the number of a step, -1 once it was seen or put away.
alter table people add column tour bigint not null default 0;
