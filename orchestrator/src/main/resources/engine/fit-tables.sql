-- Fits the engine's tables to what is asked of them here (docs/adr/0021). Run at each start, and changes nothing the
-- second time.
--
-- An index costs WAL with each insert, and with most updates. None of these serves a query that is made for an order or
-- for a page of Cockpit: the model has no tenants, no cases, no user tasks, no external tasks, no process within a process,
-- and who acts on all jobs of a definition may read them all.
DROP INDEX IF EXISTS
  act_idx_exec_tenant_id, act_idx_exe_root_pi, act_idx_exe_super,
  act_idx_event_subscr_tenant_id, act_idx_event_subscr_config_,
  act_idx_job_tenant_id, act_idx_job_root_procinst, act_idx_job_job_def_id, act_idx_job_handler,
  act_idx_job_handler_type,
  act_idx_variable_tenant_id, act_idx_variable_task_id, act_idx_variable_task_name_type, act_idx_batch_id,
  act_idx_var_case_exe, act_idx_var_case_inst_id,
  act_idx_hi_pro_inst_tenant_id, act_idx_hi_pro_inst_proc_def_key, act_idx_hi_pro_inst_proc_time,
  act_idx_hi_pro_rst_pro_inst_id;

-- Each is a look-up with every execution that ends, in tables that stay empty, or by a column that does.
ALTER TABLE act_ru_task DROP CONSTRAINT IF EXISTS act_fk_task_exe, DROP CONSTRAINT IF EXISTS act_fk_task_procinst;
ALTER TABLE act_ru_ext_task DROP CONSTRAINT IF EXISTS act_fk_ext_task_exe;
ALTER TABLE act_ru_execution DROP CONSTRAINT IF EXISTS act_fk_exe_super;

-- Room for a row's next version on its page, where PostgreSQL logs only what differs.
ALTER TABLE act_ru_execution SET (fillfactor = 60);
ALTER TABLE act_ru_job SET (fillfactor = 60);
ALTER TABLE act_hi_procinst SET (fillfactor = 60);
