-- Drops the indexes and constraints of the engine's tables that no query uses, and creates two indexes (docs/adr/0021).
-- Runs at each start. A change that was made before takes no lock that blocks orders. Each statement, up to its two
-- semicolons, is a transaction, so that it locks one table at a time. If it cannot lock the table within 10 s, it
-- fails, and so does the start.
SET lock_timeout = '10s';;

-- An index costs WAL with each insert and with most updates. No query for an order or for a page of Cockpit uses these:
-- the model has no tenants, cases, user tasks, external tasks or called processes. An operation on all jobs of a
-- definition may read the table sequentially.
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

-- Each of these foreign keys costs a look-up for every execution that ends, in tables or columns that stay empty, or in
-- rows that only the engine writes and protects by the revision of the process. Two of them also lock the row of the
-- process, which is logged, for every execution that begins. The catalog is read first, because DROP CONSTRAINT locks
-- the table even if the constraint does not exist.
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

-- The job executor searches by priority. The catalog is read first, because CREATE INDEX locks the table even if the
-- index exists.
DO $$
BEGIN
  IF to_regclass('baedal_idx_job_priority') IS NULL THEN
    CREATE INDEX baedal_idx_job_priority ON act_ru_job (priority_);
  END IF;
END $$;;

-- The deletion of a stack trace would read all jobs without this index. It is small, since few jobs have failed.
DO $$
BEGIN
  IF to_regclass('baedal_idx_job_exception') IS NULL THEN
    CREATE INDEX baedal_idx_job_exception ON act_ru_job (exception_stack_id_) WHERE exception_stack_id_ IS NOT NULL;
  END IF;
END $$;;
DROP INDEX IF EXISTS act_idx_job_exception;;

-- Leaves space for the next version of a row on its page: then PostgreSQL logs only the difference.
ALTER TABLE act_ru_execution SET (fillfactor = 60);;
ALTER TABLE act_ru_job SET (fillfactor = 60);;
ALTER TABLE act_hi_procinst SET (fillfactor = 60);;

RESET lock_timeout;;
