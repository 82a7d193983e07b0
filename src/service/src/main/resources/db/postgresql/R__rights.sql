-- ${flyway:timestamp}
-- What the roles may do that the service runs as, when they are not the owner of the tables. The placeholders name them.
do $$
declare
    app       text := '${application_role}';
    retention text := '${retention_role}';
begin
    if app <> '' and app <> current_user then
        if not exists (select 1 from pg_roles where rolname = app) then
            raise exception 'there is no role "%"; create it, or name another one as the application''s', app;
        end if;
        execute format('grant usage on schema %I to %I', current_schema(), app);
        execute format('revoke all on all tables in schema %I from %I', current_schema(), app);
        execute format('grant select, insert on log_entry, log_tile, log_event, log_checkpoint, model, model_file, decision,
            search_term, term_block, log_block, account, account_flag, account_key, idempotency_key to %I', app);
        execute format('grant select, insert on model_version, model_version_file, model_version_edit, model_evidence, model_simulation
            to %I', app);
        execute format('grant update (state, life, check_found) on model_version to %I', app);
        execute format('grant select, update on model_lineup to %I', app);
        execute format('grant select, insert on model_comparison, model_compared to %I', app);
        execute format('grant update (left_out) on model_comparison to %I', app);
        -- a lock is a row that is locked, which takes the right to change it
        execute format('grant select, update on log_lock to %I', app);
        execute format('grant update, delete on account, account_flag to %I', app);
        execute format('grant select, insert, delete on account_past to %I', app);
        execute format('grant select, insert, update on access_user, api_key to %I', app);
        execute format('grant select, insert on account_override, account_outcome, decision_feedback to %I', app);
        execute format('grant update (agreed_by, agreed_person, agreed_at, withdrawn_by, withdrawn_person, withdrawn_at, withdrawal,
            changed_index) on account_override to %I', app);
        execute format('grant update (answer, answered_by, answered_at) on decision_feedback to %I', app);
        execute format('grant delete on account_key, idempotency_key to %I', app);
        execute format('grant select on flyway_schema_history to %I', app);
    end if;
    if retention <> '' and retention <> current_user then
        if not exists (select 1 from pg_roles where rolname = retention) then
            raise exception 'there is no role "%"; create it, or name another one for retention', retention;
        end if;
        execute format('grant usage on schema %I to %I', current_schema(), retention);
        execute format('grant select on log_entry to %I', retention);
        execute format('grant update (record) on log_entry to %I', retention);
        execute format('grant select, delete on decision, account, account_flag, account_past, idempotency_key to %I', retention);
    end if;
end
$$;
