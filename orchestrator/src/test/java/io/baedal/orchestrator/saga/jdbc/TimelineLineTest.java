package io.baedal.orchestrator.saga.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineLineTest {

  /** Lines of an order that began before an upgrade: the earlier version appended its lines. */
  @Test
  void linesOfBothVersionsAreReadOldestFirst() {
    String timeline =
        """
        4 STORE_ACCEPTED Event_StoreAccepted 2026-11-22T18:28:54Z
        refused PICKED_UP 2026-11-22T18:28:53.5Z
        3 STORE_REQUESTED Task_RequestStore 2026-11-22T18:28:53Z

        1 PLACED StartEvent_OrderPlaced 2026-11-22T18:28:51Z
        2 REJECTED EndEvent_OrderRejected 2026-11-22T18:28:52Z PAYMENT_DECLINED
        """;

    assertThat(TimelineLine.oldestFirst(timeline))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("1", "2", "3", "refused", "4");
  }

  @Test
  void linesOfOneInstantKeepTheirOrder() {
    String timeline =
        """
        2 PAYMENT_APPROVED Task_ApprovePayment 2026-11-22T18:28:51Z
        1 PLACED StartEvent_OrderPlaced 2026-11-22T18:28:51Z
        """;

    assertThat(TimelineLine.oldestFirst(timeline))
        .extracting(line -> line.charAt(0))
        .containsExactly('1', '2');
  }
}
