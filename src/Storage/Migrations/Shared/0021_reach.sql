-- A person's rights over copy may be limited to desks, as they may be to sections. Words with spaces between; empty means all.
alter table people add column desks text not null default '';
alter table invitations add column desks text not null default '';
