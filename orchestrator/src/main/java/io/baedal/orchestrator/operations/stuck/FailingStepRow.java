package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.saga.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps a row of the engine's tables to a {@link FailingStep}. */
final class FailingStepRow implements RowMapper<FailingStep> {

  // subqueries instead of a join: a job can have several incidents
  static final String COLUMNS =
      """
      job.id_, job.process_instance_id_, job.retries_, job.exception_msg_, job.create_time_,
      job.duedate_, job.lock_exp_time_, process.business_key_, definition.act_id_,
      (SELECT max(id_) FROM act_ru_incident WHERE configuration_ = job.id_) AS incident,
      (SELECT max(incident_timestamp_) FROM act_ru_incident WHERE configuration_ = job.id_)
        AS incident_at
      """;

  private final int tries;

  FailingStepRow(int tries) {
    this.tries = tries;
  }

  @Override
  public FailingStep mapRow(ResultSet row, int index) throws SQLException {
    String element = row.getString("act_id_");
    int triesLeft = row.getInt("retries_");
    return new FailingStep(
        UUID.fromString(row.getString("business_key_")),
        Step.of(element),
        element,
        row.getTimestamp("create_time_").toInstant(),
        Math.max(0, tries - triesLeft),
        triesLeft,
        triesLeft == 0 ? null : instant(row, "duedate_"),
        ErrorText.of(row.getString("exception_msg_")),
        row.getString("incident"),
        instant(row, "incident_at"),
        new FailingStep.Job(
            row.getString("id_"),
            row.getString("process_instance_id_"),
            instant(row, "lock_exp_time_")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
