-- An entry of kind `attributes` holds, as JSON in `reading`, the attributes that a decision saw.
alter table history_entry alter column kind set data type varchar(10);
