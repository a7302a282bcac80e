package io.baedal.orderview.view.jdbc;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.DELIVERED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PICKED_UP;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.REJECTED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static io.baedal.messaging.event.ReasonCode.CUSTOMER_CANCELLED;
import static io.baedal.messaging.event.ReasonCode.OPERATOR_CANCELLED;
import static io.baedal.messaging.event.ReasonCode.STORE_REJECTED;
import static io.baedal.orderview.view.OrderViewFixture.anOrder;
import static io.baedal.orderview.view.OrderViewFixture.minute;
import static io.baedal.orderview.view.ViewFilterBuilder.aFilter;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.retention.Cleaner;
import io.baedal.messaging.retention.RetentionProperties;
import io.baedal.messaging.test.AtOnce;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.OrderViews;
import io.baedal.orderview.view.ProjectEvents;
import io.baedal.orderview.view.StatusChange;
import io.baedal.orderview.view.ViewFilter;
import io.baedal.orderview.view.ViewFilterBuilder;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.request.OrderNumbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest(
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {
              ProjectEvents.class,
              JdbcOrderViews.class,
              JdbcOrderNumbers.class,
              OrderViewMapper.class
            }))
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(Inbox.class)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestPostgres.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // each event in its own transaction
class JdbcOrderViewsIT {

  @Autowired ProjectEvents projectEvents;
  @Autowired OrderViews views;
  @Autowired OrderNumbers numbers;
  @Autowired JdbcClient jdbc;

  /** The order of {@link #inEverySequence}. */
  private final OrderViewFixture permuted = anOrder();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE order_views CASCADE").update();
  }

  @Test
  void anOrderThatWasOnlyPlacedHasAnEmptyTimeline() {
    OrderViewFixture order = anOrder();
    apply(order.placed(0));

    assertThat(view(order))
        .isEqualTo(
            new OrderView(
                order.orderId(),
                order.placed(0),
                PLACED,
                null,
                null,
                0,
                minute(0),
                null,
                List.of()));
  }

  @Test
  void removesExpiredOrdersWithTheirTimelines() {
    OrderViewFixture ended = anOrder();
    OrderViewFixture changedSince = anOrder();
    OrderViewFixture open = anOrder();
    Stream.of(ended, changedSince)
        .forEach(
            order -> {
              apply(order.placed(0));
              apply(order.changed(1, DELIVERED));
            });
    apply(open.placed(0));
    apply(open.changed(1, PAYMENT_APPROVED));
    jdbc.sql("UPDATE order_views SET placed_at = placed_at - interval '10 years'").update();
    jdbc.sql(
            "UPDATE order_views SET projected_at = now() - interval '401 days' WHERE order_id <> ?")
        .param(changedSince.orderId())
        .update();
    var retention = new ViewRetention().endedViews(new RetentionProperties(Duration.ofDays(400)));

    new Cleaner(jdbc, Clock.systemUTC(), List.of(retention)).clean();

    assertThat(views.find(ended.orderId(), Scope.ALL)).isEmpty();
    assertThat(view(changedSince).timeline()).hasSize(1);
    assertThat(view(open).timeline()).hasSize(1);
    assertThat(
            jdbc.sql("SELECT count(*) FROM status_changes WHERE order_id = ?")
                .param(ended.orderId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void findsNoUnknownOrder() {
    assertThat(views.find(UUID.randomUUID(), Scope.ALL)).isEmpty();
  }

  @Test
  void thePlacedOrderCanArriveAfterTheStatus() {
    OrderViewFixture order = anOrder();
    apply(order.changed(1, PAYMENT_APPROVED));

    assertThat(view(order).order()).isNull();
    assertThat(view(order).status()).isEqualTo(PAYMENT_APPROVED);
    assertThat(views.list(ViewFilter.ALL, null, 20))
        .extracting(OrderView::orderId)
        .containsExactly(order.orderId());

    apply(order.placed(0));

    assertThat(view(order).order()).isEqualTo(order.placed(0));
    assertThat(view(order).status()).isEqualTo(PAYMENT_APPROVED);
  }

  @Test
  void aLateEarlierChangeChangesOnlyTheTimeline() {
    OrderViewFixture order = anOrder();
    apply(order.changed(2, STORE_REQUESTED));
    apply(order.changed(1, PAYMENT_APPROVED));

    assertThat(view(order).status()).isEqualTo(STORE_REQUESTED);
    assertThat(view(order).sequence()).isEqualTo(2);
    assertThat(view(order).updatedAt()).isEqualTo(minute(2));
    assertThat(view(order).timeline()).extracting(StatusChange::sequence).containsExactly(1, 2);
  }

  @Test
  void anEventHasItsEffectOnce() {
    OrderViewFixture order = anOrder();
    ReceivedEvent first = received(order.changed(1, PAYMENT_APPROVED));
    projectEvents.apply(List.of(first));
    OrderView before = view(order);

    projectEvents.apply(List.of(first));
    // the same change with another id, which is possible after a restore of the sender's database
    apply(
        new OrderStatusChanged(
            order.orderId(), 1, STORE_REQUESTED, null, null, "Task_other", minute(9)));

    assertThat(view(order)).isEqualTo(before);
  }

  @Test
  void everySequenceOfACancelledOrderGivesTheSameView() {
    OrderView view =
        inEverySequence(
            order ->
                List.of(
                    order.placed(0),
                    order.changed(1, PAYMENT_APPROVED),
                    order.cancellationRequested(2),
                    order.changed(3, CANCELLATION_REQUESTED, CUSTOMER_CANCELLED),
                    order.changed(4, CANCELLED, CUSTOMER_CANCELLED)));

    assertThat(view.status()).isEqualTo(CANCELLED);
    assertThat(view.reason()).isEqualTo(CUSTOMER_CANCELLED);
    assertThat(view.updatedAt()).isEqualTo(minute(4));
    assertThat(view.cancellation())
        .isEqualTo(
            new Cancellation(minute(2), "too late for me", Cancellation.Outcome.CANCELLED, null));
  }

  @Test
  void everySequenceOfADeliveredOrderGivesTheSameView() {
    OrderView view =
        inEverySequence(
            order ->
                List.of(
                    order.placed(0),
                    order.changed(1, PICKED_UP),
                    order.cancellationRequested(2),
                    order.cancellationRefused(3),
                    order.changed(4, DELIVERED)));

    assertThat(view.status()).isEqualTo(DELIVERED);
    assertThat(view.cancellation())
        .isEqualTo(
            new Cancellation(
                minute(2),
                "too late for me",
                Cancellation.Outcome.REFUSED,
                OrderCancellationRefused.Reason.PICKED_UP));
  }

  @Test
  void everySequenceOfRepeatedRequestsGivesTheSameView() {
    OrderView view =
        inEverySequence(
            order ->
                List.of(
                    order.placed(0),
                    new OrderCancellationRequested(order.orderId(), null, minute(1)),
                    order.cancellationRequested(2),
                    order.cancellationRefused(3),
                    new OrderCancellationRefused(
                        order.orderId(),
                        OrderCancellationRefused.Reason.ALREADY_DELIVERED,
                        minute(4))));

    assertThat(view.cancellation())
        .isEqualTo(
            new Cancellation(
                minute(1),
                null,
                Cancellation.Outcome.REFUSED,
                OrderCancellationRefused.Reason.PICKED_UP));
  }

  @Test
  void aCancellationByAnOperatorIsNoRequest() {
    OrderViewFixture order = anOrder();
    apply(order.changed(1, CANCELLED, OPERATOR_CANCELLED));

    assertThat(view(order).cancellation()).isNull();
    assertThat(view(order).reason()).isEqualTo(OPERATOR_CANCELLED);
  }

  @Test
  void everySequenceOfARejectedOrderGivesTheSameView() {
    OrderView view =
        inEverySequence(
            order ->
                List.of(
                    order.placed(0),
                    order.changed(1, STORE_REQUESTED),
                    order.changed(2, CANCELLATION_REQUESTED, STORE_REJECTED, "재료 소진"),
                    order.changed(3, REJECTED, STORE_REJECTED)));

    assertThat(view.order()).isEqualTo(permuted.placed(0));
    assertThat(view.reason()).isEqualTo(STORE_REJECTED);
    assertThat(view.reasonComment()).isEqualTo("재료 소진");
    assertThat(view.timeline())
        .extracting(StatusChange::reasonComment)
        .containsExactly(null, "재료 소진", null);
  }

  /** For example, orders get numbers and are republished. */
  @Test
  void aRepublishedOrderCanAddFields() {
    OrderView view =
        inEverySequence(
            order ->
                List.of(
                    order.placedEarlier(0), order.placed(0), order.changed(1, PAYMENT_APPROVED)));

    assertThat(view.order()).isEqualTo(permuted.placed(0));
  }

  @Test
  void anOrderOfAnEarlierVersionLacksFields() {
    OrderViewFixture order = anOrder();
    apply(order.placedEarlier(0));

    assertThat(view(order).order())
        .satisfies(
            details -> {
              assertThat(details.number()).isNull();
              assertThat(details.phone()).isNull();
              assertThat(details.note()).isNull();
              assertThat(details.items()).containsExactlyElementsOf(order.placedEarlier(0).items());
            });
  }

  @Test
  void omitsTheCommentOfAnotherReason() {
    OrderViewFixture order = anOrder();
    apply(order.changed(1, CANCELLATION_REQUESTED, STORE_REJECTED, "closed"));
    apply(order.changed(2, CANCELLED, OPERATOR_CANCELLED));

    assertThat(view(order).reasonComment()).isNull();
    assertThat(views.list(ViewFilter.ALL, null, 1).get(0).reasonComment()).isNull();
  }

  @Test
  void findsAnOrderByItsNumber() {
    OrderViewFixture order = anOrder().numbered(7);
    apply(order.changed(1, PAYMENT_APPROVED));
    assertThat(numbers.find(7, Scope.ALL)).isEmpty();

    apply(order.placed(0));
    apply(anOrder().numbered(8).placed(1));

    assertThat(numbers.find(7, Scope.ALL)).contains(order.orderId());
    assertThat(numbers.find(9, Scope.ALL)).isEmpty();
  }

  @Test
  void findsNoOrderByANumberOfTwoOrders() {
    OrderViewFixture older = anOrder();
    OrderViewFixture newer = anOrder();
    apply(newer.placed(1));
    apply(older.placed(0));

    assertThat(numbers.find(13, Scope.ALL)).isEmpty();
    assertThat(view(older).order()).isEqualTo(older.placed(0));
  }

  @Test
  void rebuiltViewsAreEqual() {
    OrderViewFixture order = anOrder();
    List<ReceivedEvent> events =
        List.of(
            received(order.placed(0)),
            received(order.changed(1, STORE_REQUESTED)),
            received(order.changed(2, REJECTED, STORE_REJECTED, "재료 소진")));
    events.forEach(event -> projectEvents.apply(List.of(event)));
    OrderView before = view(order);

    jdbc.sql("TRUNCATE order_views, status_changes, inbox").update();
    events.forEach(event -> projectEvents.apply(List.of(event)));

    assertThat(view(order)).isEqualTo(before);
    assertThat(numbers.find(13, Scope.ALL)).contains(order.orderId());
  }

  @Test
  void concurrentEventsHaveTheirEffectOnce() throws Exception {
    OrderViewFixture order = anOrder();
    List<ReceivedEvent> events = new ArrayList<>();
    events.add(received(order.placed(0)));
    for (int sequence = 1; sequence <= 8; sequence++) {
      events.add(received(order.changed(sequence, sequence < 8 ? STORE_REQUESTED : DELIVERED)));
    }
    events.add(received(order.cancellationRequested(9)));
    events.add(received(order.cancellationRefused(10)));

    List<Callable<Void>> consumers = new ArrayList<>();
    for (int consumer = 0; consumer < 6; consumer++) {
      List<ReceivedEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(consumer));
      consumers.add(
          () -> {
            shuffled.forEach(event -> projectEvents.apply(List.of(event)));
            return null;
          });
    }
    AtOnce.run(consumers);

    OrderView view = view(order);
    assertThat(view.status()).isEqualTo(DELIVERED);
    assertThat(view.sequence()).isEqualTo(8);
    assertThat(view.order()).isEqualTo(order.placed(0));
    assertThat(view.timeline())
        .extracting(StatusChange::sequence)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(view.updatedAt()).isEqualTo(minute(10));
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    List<UUID> ids = new ArrayList<>();
    for (int minute = 0; minute < 5; minute++) {
      OrderViewFixture order = anOrder();
      apply(order.placed(minute));
      apply(order.changed(1, PAYMENT_APPROVED));
      ids.add(0, order.orderId());
    }

    assertThat(inPages(2)).isEqualTo(ids);
    assertThat(views.list(ViewFilter.ALL, null, 2))
        .allSatisfy(view -> assertThat(view.timeline()).isEmpty());
  }

  @Test
  void listsEachOrderOnceWhileOthersArrive() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      OrderViewFixture order = anOrder();
      apply(order.placed(0)); // all at the same time
      ids.add(order.orderId());
    }
    List<OrderView> first = views.list(ViewFilter.ALL, null, 2);
    apply(anOrder().placed(1));

    List<OrderView> second = views.list(ViewFilter.ALL, cursor(first.get(1)), 10);

    assertThat(Stream.of(first, second).flatMap(List::stream).map(OrderView::orderId))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void listsUnplacedOrdersAsTheNewest() {
    OrderViewFixture placed = anOrder();
    OrderViewFixture firstUnplaced = anOrder();
    OrderViewFixture secondUnplaced = anOrder();
    apply(placed.placed(0));
    apply(firstUnplaced.changed(1, PAYMENT_APPROVED));
    apply(secondUnplaced.changed(1, PAYMENT_APPROVED));

    assertThat(inPages(1)).hasSize(3).endsWith(placed.orderId());
  }

  @Test
  void filtersViews() {
    OrderViewFixture first = anOrder().of("ann", "noodles").numbered(1);
    OrderViewFixture second = anOrder().of("ann", "pizza").numbered(2);
    OrderViewFixture third = anOrder().of("bob", "pizza").numbered(3);
    OrderViewFixture unplaced = anOrder();
    apply(first.placed(0));
    apply(second.placed(1));
    apply(third.placed(2));
    apply(third.changed(1, DELIVERED));
    apply(unplaced.changed(1, CANCELLED));

    assertThat(ids(aFilter().customer("ann"))).containsOnly(first.orderId(), second.orderId());
    assertThat(ids(aFilter().customer("ann").store("pizza"))).containsOnly(second.orderId());
    assertThat(ids(aFilter().store("pizza").status(DELIVERED))).containsOnly(third.orderId());
    assertThat(ids(aFilter().customer("ann").status(DELIVERED))).isEmpty();
    assertThat(ids(aFilter().status(DELIVERED, CANCELLED)))
        .containsOnly(third.orderId(), unplaced.orderId());
    assertThat(ids(aFilter().placed(minute(1), null)))
        .containsOnly(second.orderId(), third.orderId());
    assertThat(ids(aFilter().placed(null, minute(1)))).containsOnly(first.orderId());
    assertThat(ids(aFilter().placed(minute(1), minute(2)))).containsOnly(second.orderId());
    assertThat(ids(aFilter().number(2L))).containsOnly(second.orderId());
    assertThat(ids(aFilter().customer("bob").reference("lunch"))).containsOnly(third.orderId());
    assertThat(ids(aFilter().reference("dinner"))).isEmpty();
    assertThat(ids(aFilter().customer("x' OR '1'='1"))).isEmpty();
  }

  /** The time of a change is the arrival of the event. */
  @Test
  void filtersByChange() {
    OrderViewFixture early = anOrder();
    OrderViewFixture late = anOrder();
    apply(early.placed(0));
    apply(late.placed(0));
    Instant between =
        jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    apply(late.changed(1, PAYMENT_APPROVED));

    assertThat(ids(aFilter().changedSince(between))).containsOnly(late.orderId());
    assertThat(view(late).updatedAt()).isBefore(between);
  }

  @Test
  void storesEveryStatus() {
    OrderViewFixture order = anOrder();
    int sequence = 0;
    for (var status : OrderStatus.values()) {
      sequence++;
      apply(order.changed(sequence, status));
      assertThat(view(order).status()).isEqualTo(status);
    }
  }

  /** Applies the events twice in each possible sequence, and returns the resulting view. */
  private OrderView inEverySequence(Function<OrderViewFixture, List<DomainEvent>> events) {
    Set<OrderView> results = new HashSet<>();
    for (List<DomainEvent> order : permutations(events.apply(permuted))) {
      jdbc.sql("DELETE FROM status_changes").update();
      jdbc.sql("DELETE FROM order_views").update();
      order.forEach(this::apply);
      order.forEach(this::apply);
      results.add(view(permuted));
    }
    assertThat(results).hasSize(1);
    return results.iterator().next();
  }

  private static List<List<DomainEvent>> permutations(List<DomainEvent> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<DomainEvent>> all = new ArrayList<>();
    for (int first = 0; first < events.size(); first++) {
      List<DomainEvent> rest = new ArrayList<>(events);
      DomainEvent head = rest.remove(first);
      for (List<DomainEvent> tail : permutations(rest)) {
        List<DomainEvent> one = new ArrayList<>(List.of(head));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }

  private void apply(DomainEvent event) {
    projectEvents.apply(List.of(received(event)));
  }

  private static ReceivedEvent received(DomainEvent event) {
    return new ReceivedEvent(UUID.randomUUID(), event);
  }

  private OrderView view(OrderViewFixture order) {
    return views.find(order.orderId(), Scope.ALL).orElseThrow();
  }

  private List<UUID> inPages(int size) {
    List<UUID> ids = new ArrayList<>();
    List<OrderView> page = views.list(ViewFilter.ALL, null, size);
    while (!page.isEmpty()) {
      page.forEach(view -> ids.add(view.orderId()));
      page = views.list(ViewFilter.ALL, cursor(page.get(page.size() - 1)), size);
    }
    return ids;
  }

  private static Cursor cursor(OrderView view) {
    return Cursor.parse(new Cursor(view.listedAt(), view.orderId()).toString());
  }

  private List<UUID> ids(ViewFilterBuilder filter) {
    return views.list(filter.build(), null, 100).stream().map(OrderView::orderId).toList();
  }
}
