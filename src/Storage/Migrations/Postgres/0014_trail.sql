create function trail_stands() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is not changed and not shortened';
end
$$;

create trigger trail_is_not_changed before update or delete on trail for each row execute function trail_stands();
create trigger trail_is_not_emptied before truncate on trail for each statement execute function trail_stands();
