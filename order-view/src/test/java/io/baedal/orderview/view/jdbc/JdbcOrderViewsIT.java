package io.baedal.orderview.view.jdbc;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.DELIVERED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PICKED_UP;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static io.baedal.messaging.event.ReasonCode.CUSTOMER_CANCELLED;
import static io.baedal.messaging.event.ReasonCode.OPERATOR_CANCELLED;
import static io.baedal.orderview.view.OrderViewFixture.anOrder;
import static io.baedal.orderview.view.OrderViewFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.OrderViews;
import io.baedal.orderview.view.Page;
import io.baedal.orderview.view.ProjectEvent;
import io.baedal.orderview.view.StatusChange;
import io.baedal.orderview.view.ViewFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
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
            classes = {ProjectEvent.class, JdbcOrderViews.class, OrderViewMapper.class}))
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(Inbox.class)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestPostgres.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // each event in a transaction of its own
class JdbcOrderViewsIT {

  @Autowired ProjectEvent projectEvent;
  @Autowired OrderViews views;
  @Autowired JdbcClient jdbc;

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
                order.view().details(),
                PLACED,
                null,
                0,
                minute(0),
                null,
                List.of()));
  }

  @Test
  void nothingIsKnownOfOtherOrders() {
    assertThat(views.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void detailsMayComeAfterTheStatus() {
    OrderViewFixture order = anOrder();
    apply(order.changed(1, PAYMENT_APPROVED));

    assertThat(view(order).details()).isNull();
    assertThat(view(order).status()).isEqualTo(PAYMENT_APPROVED);
    assertThat(views.list(new ViewFilter(null, null, null), 0, 20).items())
        .extracting(OrderView::orderId)
        .containsExactly(order.orderId());

    apply(order.placed(0));

    assertThat(view(order).details()).isEqualTo(order.view().details());
    assertThat(view(order).status()).isEqualTo(PAYMENT_APPROVED);
  }

  @Test
  void anEarlierChangeThatComesLateGoesIntoTheTimelineOnly() {
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
    projectEvent.apply(first);
    OrderView before = view(order);

    projectEvent.apply(first);
    // the same change under another id, as after a restore of the sender's database
    apply(
        new OrderStatusChanged(
            order.orderId(), 1, STORE_REQUESTED, null, null, "Task_other", minute(9)));

    assertThat(view(order)).isEqualTo(before);
  }

  @Test
  void everyOrderOfACancelledOrdersEventsGivesTheSameView() {
    OrderView view =
        inEveryOrder(
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
  void everyOrderOfADeliveredOrdersEventsGivesTheSameView() {
    OrderView view =
        inEveryOrder(
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
  void everyOrderOfRepeatedRequestsGivesTheSameView() {
    OrderView view =
        inEveryOrder(
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
  void anOperatorsCancelIsNoCustomersWish() {
    OrderViewFixture order = anOrder();
    apply(order.changed(1, CANCELLED, OPERATOR_CANCELLED));

    assertThat(view(order).cancellation()).isNull();
    assertThat(view(order).reason()).isEqualTo(OPERATOR_CANCELLED);
  }

  @Test
  void eventsThatAreAppliedAtTheSameTimeHaveTheirEffectOnce() throws Exception {
    OrderViewFixture order = anOrder();
    List<ReceivedEvent> events = new ArrayList<>();
    events.add(received(order.placed(0)));
    for (int sequence = 1; sequence <= 8; sequence++) {
      events.add(received(order.changed(sequence, sequence < 8 ? STORE_REQUESTED : DELIVERED)));
    }
    events.add(received(order.cancellationRequested(9)));
    events.add(received(order.cancellationRefused(10)));

    ExecutorService consumers = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int consumer = 0; consumer < 6; consumer++) {
        List<ReceivedEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(consumer));
        work.add(
            () -> {
              shuffled.forEach(projectEvent::apply);
              return null;
            });
      }
      for (Future<Void> done : consumers.invokeAll(work)) {
        done.get();
      }
    } finally {
      consumers.shutdownNow();
    }

    OrderView view = view(order);
    assertThat(view.status()).isEqualTo(DELIVERED);
    assertThat(view.sequence()).isEqualTo(8);
    assertThat(view.details()).isEqualTo(order.view().details());
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
    ViewFilter all = new ViewFilter(null, null, null);

    Page first = views.list(all, 0, 2);
    Page last = views.list(all, 2, 2);

    assertThat(first.totalItems()).isEqualTo(5);
    assertThat(first.items()).extracting(OrderView::orderId).isEqualTo(ids.subList(0, 2));
    assertThat(first.items()).allSatisfy(view -> assertThat(view.timeline()).isEmpty());
    assertThat(last.items()).extracting(OrderView::orderId).isEqualTo(ids.subList(4, 5));
    assertThat(views.list(all, Integer.MAX_VALUE, 100).items()).isEmpty();
  }

  @Test
  void listsWhatEachFilterLetsThrough() {
    OrderViewFixture first = anOrder().of("ann", "noodles");
    OrderViewFixture second = anOrder().of("ann", "pizza");
    OrderViewFixture third = anOrder().of("bob", "pizza");
    List.of(first, second, third).forEach(order -> apply(order.placed(0)));
    apply(third.changed(1, DELIVERED));

    assertThat(ids(new ViewFilter("ann", null, null)))
        .isEqualTo(Set.of(first.orderId(), second.orderId()));
    assertThat(ids(new ViewFilter("ann", "pizza", null))).isEqualTo(Set.of(second.orderId()));
    assertThat(ids(new ViewFilter(null, "pizza", DELIVERED))).isEqualTo(Set.of(third.orderId()));
    assertThat(ids(new ViewFilter("ann", "pizza", DELIVERED))).isEmpty();
    assertThat(ids(new ViewFilter("x' OR '1'='1", null, null))).isEmpty();
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

  /** Applies the events in each possible order, each twice, and returns the view all led to. */
  private OrderView inEveryOrder(Function<OrderViewFixture, List<DomainEvent>> events) {
    Set<OrderView> results = new HashSet<>();
    UUID anyId = UUID.randomUUID();
    for (List<DomainEvent> order : permutations(events.apply(anOrder()))) {
      OrderViewFixture fixture = new OrderViewFixture(UUID.randomUUID(), "customer-1", "store-1");
      order.forEach(event -> apply(withId(event, fixture.orderId())));
      order.forEach(event -> apply(withId(event, fixture.orderId())));
      OrderView view = view(fixture);
      results.add(
          new OrderView(
              anyId,
              view.details(),
              view.status(),
              view.reason(),
              view.sequence(),
              view.updatedAt(),
              view.cancellation(),
              view.timeline()));
    }
    assertThat(results).hasSize(1);
    return results.iterator().next();
  }

  private static DomainEvent withId(DomainEvent event, UUID id) {
    if (event instanceof OrderPlaced) {
      return new OrderViewFixture(id, "customer-1", "store-1").placed(0);
    }
    if (event instanceof OrderStatusChanged e) {
      return new OrderStatusChanged(
          id, e.sequence(), e.status(), e.reason(), e.comment(), e.step(), e.at());
    }
    if (event instanceof OrderCancellationRequested e) {
      return new OrderCancellationRequested(id, e.comment(), e.requestedAt());
    }
    OrderCancellationRefused e = (OrderCancellationRefused) event;
    return new OrderCancellationRefused(id, e.reason(), e.at());
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
    projectEvent.apply(received(event));
  }

  private static ReceivedEvent received(DomainEvent event) {
    return new ReceivedEvent(UUID.randomUUID(), event);
  }

  private OrderView view(OrderViewFixture order) {
    return views.find(order.orderId()).orElseThrow();
  }

  private Set<UUID> ids(ViewFilter filter) {
    Page page = views.list(filter, 0, 100);
    Set<UUID> ids = new HashSet<>();
    page.items().forEach(view -> ids.add(view.orderId()));
    assertThat(page.totalItems()).isEqualTo(ids.size());
    return ids;
  }
}
