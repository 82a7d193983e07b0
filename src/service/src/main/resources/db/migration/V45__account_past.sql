-- Where the past of an account stood together at a place of the log, see decision.past: what decisions up to leaf_index added, without what
-- no later decision can see. Derived: delete it while nothing runs, and it is made again. It goes when the earliest decision in it goes.
create table account_past (
    account_id  varchar(200) not null primary key,
    leaf_index  bigint       not null,
    first_index bigint       not null,
    -- The latest as-of date of these decisions; for earlier dates it does not tell.
    as_of       date         not null,
    past        bytea        not null
);

create index account_past_first on account_past (first_index);
