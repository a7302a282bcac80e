-- Fits the engine's tables to what is asked of them here (docs/adr/0021). Run at each start: what is done already takes
-- no lock that orders would wait for. Each statement, up to its two semicolons, is a transaction, so that none holds
-- more than one table at a time; one that cannot have its table soon gives up, and the start with it.
SET lock_timeout = '10s';;

-- An index costs WAL with each insert, and with most updates. None of these serves a query that is made for an order or
-- for a page of Cockpit: the model has no tenants, no cases, no user tasks, no external tasks, no process within a
-- process, and who acts on all jobs of a definition may read them all.
DROP INDEX IF EXISTS act_idx_exec_tenant_id, act_idx_exe_root_pi, act_idx_exe_super, act_idx_exe_procdef;;
DROP INDEX IF EXISTS
  act_idx_event_subscr_tenant_id, act_idx_event_subscr_config_, act_idx_event_subscr_evt_name;;
DROP INDEX IF EXISTS
  act_idx_job_tenant_id, act_idx_job_root_procinst, act_idx_job_job_def_id, act_idx_job_handler,
  act_idx_job_handler_type;;
DROP INDEX IF EXISTS
  act_idx_variable_tenant_id, act_idx_variable_task_id, act_idx_variable_task_name_type, act_idx_batch_id,
  act_idx_var_case_exe, act_idx_var_case_inst_id;;
DROP INDEX IF EXISTS
  act_idx_hi_pro_inst_tenant_id, act_idx_hi_pro_inst_proc_def_key, act_idx_hi_pro_inst_proc_time,
  act_idx_hi_pro_rst_pro_inst_id, act_idx_hi_pro_inst_root_pi, act_idx_hi_pi_pdefid_end_time;;

-- Each is a look-up with every execution that ends: in tables that stay empty, by a column that does, or in rows that
-- only the engine writes, with a revision of the process between them. Two of them also lock, and log, the row of the
-- process with every execution that begins. Asked for first: to drop what is not there would lock the table all the same.
DO $$
DECLARE
  needless record;
BEGIN
  FOR needless IN
    SELECT conrelid::regclass AS owner, conname FROM pg_constraint
    WHERE conname IN (
        'act_fk_task_exe', 'act_fk_task_procinst', 'act_fk_ext_task_exe', 'act_fk_exe_super', 'act_fk_exe_procinst',
        'act_fk_exe_parent', 'act_fk_inc_exe', 'act_fk_inc_procinst')
      AND connamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', needless.owner, needless.conname);
  END LOOP;
END $$;;

-- Jobs are looked for by priority. Asked for first: to make it would lock the table even if it is there.
DO $$
BEGIN
  IF to_regclass('baedal_idx_job_priority') IS NULL THEN
    CREATE INDEX baedal_idx_job_priority ON act_ru_job (priority_);
  END IF;
END $$;;

-- Few jobs have failed. The index lets a stack trace be deleted without reading all jobs.
DO $$
BEGIN
  IF to_regclass('baedal_idx_job_exception') IS NULL THEN
    CREATE INDEX baedal_idx_job_exception ON act_ru_job (exception_stack_id_) WHERE exception_stack_id_ IS NOT NULL;
  END IF;
END $$;;
DROP INDEX IF EXISTS act_idx_job_exception;;

-- Room for a row's next version on its page, where PostgreSQL logs only what differs.
ALTER TABLE act_ru_execution SET (fillfactor = 60);;
ALTER TABLE act_ru_job SET (fillfactor = 60);;
ALTER TABLE act_hi_procinst SET (fillfactor = 60);;

RESET lock_timeout;;
