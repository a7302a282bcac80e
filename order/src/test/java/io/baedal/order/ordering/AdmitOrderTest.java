package io.baedal.order.ordering;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.baedal.order.OrderProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.dao.DataAccessResourceFailureException;

class AdmitOrderTest {

  private static final int MOST = 5;
  private static final int AT_WORK = 2;

  private final PlaceOrder placeOrder = mock(PlaceOrder.class);
  private final WaitingOrders waiting = mock(WaitingOrders.class);
  private final Backlog backlog = new Backlog(waiting, properties(Duration.ZERO));
  private AdmitOrder admitOrder = waitingFor(Duration.ZERO);

  @BeforeEach
  void everyOrderIsPlaced() {
    when(placeOrder.place(any(), any(), any())).thenAnswer(AdmitOrderTest::placed);
  }

  @Test
  void refusesAnOrderBeyondTheLimitOfWaitingOrders() {
    wait(0);
    for (int order = 0; order < MOST; order++) {
      assertThat(place().placed()).isTrue();
    }

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
    assertThat(backlog.size()).isEqualTo(MOST);
    assertThat(admitOrder.refused(Overloaded.Cause.BACKLOG)).isEqualTo(1);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isZero();
  }

  @Test
  void admitsOrdersAgainWhenFewerWait() {
    wait(MOST);
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    wait(MOST - 1);
    assertThat(place().placed()).isTrue();
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void usesTheLastCountAndItsOwnOrdersWhileTheDatabaseIsUnavailable() {
    wait(MOST - 1);
    place();
    when(waiting.waiting(anyInt())).thenThrow(new DataAccessResourceFailureException("away"));
    backlog.look();

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void answersARepeatAlthoughNothingNewIsAdmitted() {
    wait(MOST);
    OrderContent content = OrderFixture.content();
    IdempotencyKey key = new IdempotencyKey("k-1");
    Placement first = new Placement(OrderFixture.placed(), true);
    when(placeOrder.placedBefore(eq(content), eq(key))).thenReturn(Optional.of(first));

    assertThat(admitOrder.place(content, key)).isEqualTo(first);
    verify(placeOrder, never()).place(any(), any(), any());
  }

  @Test
  void doesNotCountARepeatOrAFailureAsAWaitingOrder() {
    wait(MOST - 1);
    Order first = OrderFixture.placed();
    when(placeOrder.place(any(), any(), any()))
        .thenReturn(new Placement(first, true))
        .thenReturn(new Placement(first, false))
        .thenThrow(RuleBroken.idempotencyKeyReused())
        .thenAnswer(AdmitOrderTest::placed);
    place();
    place();
    assertThatThrownBy(this::place).isInstanceOf(RuleBroken.class);
    assertThat(backlog.size()).isEqualTo(MOST - 1);

    assertThat(place().placed()).isTrue();
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void answersARepeatAlthoughAllPermitsAreInUse() throws Exception {
    var end = new CompletableFuture<Void>();
    var placing = useAllPermits(end);
    OrderContent content = OrderFixture.content("customer-1", "30");
    IdempotencyKey key = new IdempotencyKey("k-1");
    Placement first = new Placement(OrderFixture.placed(), true);
    when(placeOrder.placedBefore(content, key)).thenReturn(Optional.of(first));
    when(placeOrder.placedBefore(content, null)).thenReturn(Optional.of(first));

    assertThat(admitOrder.place(content, key)).isEqualTo(first);
    assertThat(admitOrder.place(content, null)).isEqualTo(first);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isZero();

    end.complete(null);
    placing.forEach(CompletableFuture::join);
  }

  @Test
  void refusesWhatCannotBeARepeatWithoutAnyRead() {
    wait(MOST);

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    verifyNoInteractions(placeOrder);
  }

  @Test
  void letsAsManyWaitAsAreBeingPlacedAndRefusesTheNext() throws Exception {
    admitOrder = waitingFor(Duration.ofSeconds(10));
    var end = new CompletableFuture<Void>();
    var placing = new ArrayList<>(useAllPermits(end));
    // as many again wait for a permit; the one beyond that is refused at once
    var queued = placeInThreads(AT_WORK + 1);

    assertThatThrownBy(
            () -> CompletableFuture.anyOf(queued.toArray(CompletableFuture[]::new)).join())
        .hasCauseInstanceOf(Overloaded.class);

    end.complete(null);
    placing.addAll(queued);
    assertThat(placing.stream().filter(AdmitOrderTest::wasPlaced)).hasSize(2 * AT_WORK);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isEqualTo(1);
  }

  @Test
  void refusesARequestThatHasWaitedTooLong() throws Exception {
    admitOrder = waitingFor(Duration.ofMillis(1));
    var end = new CompletableFuture<Void>();
    var placing = useAllPermits(end);

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    end.complete(null);
    placing.forEach(CompletableFuture::join);
    assertThat(place().placed()).isTrue();
  }

  @Test
  void spreadsTheTimesAtWhichClientsRetry() {
    wait(MOST);
    assertThat(
            IntStream.range(0, 200)
                .map(
                    refused ->
                        catchThrowableOfType(Overloaded.class, this::place).retryAfterSeconds()))
        .allMatch(seconds -> seconds >= 10 && seconds <= 20)
        .hasSizeGreaterThan(100)
        .containsAnyOf(10, 11, 12, 13)
        .containsAnyOf(17, 18, 19, 20);
  }

  private AdmitOrder waitingFor(Duration longestWait) {
    return new AdmitOrder(placeOrder, backlog, OrderFixture::newId, properties(longestWait));
  }

  private static OrderProperties properties(Duration longestWait) {
    return new OrderProperties(
        new OrderProperties.Defaults(null, null, null, null, null, null),
        new OrderProperties.Admission(MOST, AT_WORK, longestWait, Duration.ofSeconds(10)),
        Duration.ofHours(48));
  }

  private List<CompletableFuture<Placement>> useAllPermits(CompletableFuture<Void> end)
      throws InterruptedException {
    var begun = new CountDownLatch(AT_WORK);
    when(placeOrder.place(any(), any(), any()))
        .thenAnswer(
            placing -> {
              begun.countDown();
              end.join();
              return placed(placing);
            });
    var placing = placeInThreads(AT_WORK);
    begun.await();
    return placing;
  }

  private List<CompletableFuture<Placement>> placeInThreads(int orders) {
    return IntStream.range(0, orders)
        .mapToObj(number -> CompletableFuture.supplyAsync(this::place, this::inAThread))
        .toList();
  }

  private static boolean wasPlaced(CompletableFuture<Placement> placing) {
    return placing.handle((placement, refused) -> placement != null).join();
  }

  private static Placement placed(InvocationOnMock placing) {
    Order order = Order.placed(placing.getArgument(0), placing.getArgument(1), OrderFixture.NOON);
    return new Placement(order, true);
  }

  private void inAThread(Runnable task) {
    new Thread(task).start();
  }

  private Placement place() {
    return admitOrder.place(OrderFixture.content(), null);
  }

  private void wait(int orders) {
    when(waiting.waiting(anyInt()))
        .thenReturn(Stream.generate(OrderFixture::newId).limit(orders).collect(toSet()));
    backlog.look();
  }
}
