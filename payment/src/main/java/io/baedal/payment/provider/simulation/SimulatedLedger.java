package io.baedal.payment.provider.simulation;

import static java.util.Objects.requireNonNull;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import io.baedal.payment.provider.IdempotencyKey;
import io.baedal.payment.provider.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The charges of the simulated provider. They are kept if the caller's transaction rolls back, as
 * in the database of a real provider.
 */
class SimulatedLedger {

  private static final String ADD =
      """
      INSERT INTO simulated_provider_charges (key, amount, currency, state, refundable)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String STATE = "SELECT state FROM simulated_provider_charges WHERE key = ?";

  // a declined charge is not changed, since it is never charged later
  private static final String REVERSE =
      """
      INSERT INTO simulated_provider_charges AS charges (key, amount, state)
      VALUES (?, 0, 'REVERSED')
      ON CONFLICT (key) DO UPDATE SET
        state = CASE charges.state WHEN 'DECLINED' THEN 'DECLINED' ELSE 'REVERSED' END,
        updated_at = now()
      WHERE charges.refundable
      RETURNING amount, currency, state
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  SimulatedLedger(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
  }

  /** Adds an entry with {@code state}, unless there is an entry for {@code key}. */
  Entry addIfAbsent(IdempotencyKey key, Money price, State state, boolean refundable) {
    Entry entry =
        ownTransaction.execute(
            status -> {
              int added =
                  jdbc.sql(ADD)
                      .params(
                          key.value(), price.amount(), price.currency(), state.name(), refundable)
                      .update();
              return added == 1 ? new Entry(state, true) : new Entry(stateOf(key), false);
            });
    return requireNonNull(entry);
  }

  private State stateOf(IdempotencyKey key) {
    return State.valueOf(jdbc.sql(STATE).param(key.value()).query(String.class).single());
  }

  /** Reverses the charge, if it is refundable. */
  Optional<Reversal> reverse(IdempotencyKey key) {
    return requireNonNull(
        ownTransaction.execute(
            status -> jdbc.sql(REVERSE).param(key.value()).query(Reversal.class).optional()));
  }

  enum State {
    CHARGED,
    DECLINED,
    REVERSED
  }

  /** The stored state, and whether this call added it. */
  record Entry(State state, boolean added) {}

  record Reversal(long amount, @Nullable String currency, State state) {

    Optional<Money> refunded() {
      return state == State.REVERSED && currency != null
          ? Optional.of(new Money(amount, currency))
          : Optional.empty();
    }
  }
}
