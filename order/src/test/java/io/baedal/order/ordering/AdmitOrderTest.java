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

  private static final int LIMIT = 5;
  private static final int PERMITS = 2;

  private final PlaceOrder placeOrder = mock(PlaceOrder.class);
  private final WaitingOrders waiting = mock(WaitingOrders.class);
  private final Backlog backlog = new Backlog(waiting, properties(Duration.ZERO));
  private AdmitOrder admitOrder = admitOrder(Duration.ZERO);

  @BeforeEach
  void placeEachOrder() {
    when(placeOrder.place(any(), any(), any())).thenAnswer(AdmitOrderTest::placed);
  }

  @Test
  void refusesAnOrderBeyondTheLimitOfWaitingOrders() {
    setWaiting(0);
    for (int order = 0; order < LIMIT; order++) {
      assertThat(place().placed()).isTrue();
    }

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
    assertThat(backlog.size()).isEqualTo(LIMIT);
    assertThat(admitOrder.refused(Overloaded.Cause.BACKLOG)).isEqualTo(1);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isZero();
  }

  @Test
  void admitsOrdersAgainWhenFewerWait() {
    setWaiting(LIMIT);
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    setWaiting(LIMIT - 1);
    assertThat(place().placed()).isTrue();
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void usesTheLastCountWhileTheDatabaseIsUnavailable() {
    setWaiting(LIMIT - 1);
    place();
    when(waiting.waiting(anyInt()))
        .thenThrow(new DataAccessResourceFailureException("unavailable"));
    backlog.count();

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void answersARepeatWhileTheLimitIsReached() {
    setWaiting(LIMIT);
    OrderRequest request = OrderFixture.request();
    IdempotencyKey key = new IdempotencyKey("k-1");
    Placement first = new Placement(OrderFixture.placed(), true);
    when(placeOrder.placedBefore(eq(request), eq(key))).thenReturn(Optional.of(first));

    assertThat(admitOrder.place(request, key)).isEqualTo(first);
    verify(placeOrder, never()).place(any(), any(), any());
  }

  @Test
  void doesNotCountARepeatOrAFailureAsAWaitingOrder() {
    setWaiting(LIMIT - 1);
    Order first = OrderFixture.placed();
    when(placeOrder.place(any(), any(), any()))
        .thenReturn(new Placement(first, true))
        .thenReturn(new Placement(first, false))
        .thenThrow(RuleBroken.idempotencyKeyReused())
        .thenAnswer(AdmitOrderTest::placed);
    place();
    place();
    assertThatThrownBy(this::place).isInstanceOf(RuleBroken.class);
    assertThat(backlog.size()).isEqualTo(LIMIT - 1);

    assertThat(place().placed()).isTrue();
    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);
  }

  @Test
  void answersARepeatWhileAllPermitsAreInUse() throws Exception {
    var end = new CompletableFuture<Void>();
    var placing = useAllPermits(end);
    OrderRequest request = OrderFixture.request("customer-1", "30");
    IdempotencyKey key = new IdempotencyKey("k-1");
    Placement first = new Placement(OrderFixture.placed(), true);
    when(placeOrder.placedBefore(request, key)).thenReturn(Optional.of(first));
    when(placeOrder.placedBefore(request, null)).thenReturn(Optional.of(first));

    assertThat(admitOrder.place(request, key)).isEqualTo(first);
    assertThat(admitOrder.place(request, null)).isEqualTo(first);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isZero();

    end.complete(null);
    placing.forEach(CompletableFuture::join);
  }

  @Test
  void refusesARequestThatIsNoRepeatWithoutARead() {
    setWaiting(LIMIT);

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    verifyNoInteractions(placeOrder);
  }

  @Test
  void refusesARequestBeyondTheWaitingOnes() throws Exception {
    admitOrder = admitOrder(Duration.ofSeconds(10));
    var end = new CompletableFuture<Void>();
    var placing = new ArrayList<>(useAllPermits(end));
    // one request more than can wait for a permit
    var queued = placeInThreads(PERMITS + 1);

    assertThatThrownBy(
            () -> CompletableFuture.anyOf(queued.toArray(CompletableFuture[]::new)).join())
        .hasCauseInstanceOf(Overloaded.class);

    end.complete(null);
    placing.addAll(queued);
    assertThat(placing.stream().filter(AdmitOrderTest::wasPlaced)).hasSize(2 * PERMITS);
    assertThat(admitOrder.refused(Overloaded.Cause.AT_WORK)).isEqualTo(1);
  }

  @Test
  void refusesARequestThatHasWaitedTooLong() throws Exception {
    admitOrder = admitOrder(Duration.ofMillis(1));
    var end = new CompletableFuture<Void>();
    var placing = useAllPermits(end);

    assertThatThrownBy(this::place).isInstanceOf(Overloaded.class);

    end.complete(null);
    placing.forEach(CompletableFuture::join);
    assertThat(place().placed()).isTrue();
  }

  @Test
  void spreadsTheRetriesOfClients() {
    setWaiting(LIMIT);
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

  private AdmitOrder admitOrder(Duration longestWait) {
    return new AdmitOrder(placeOrder, backlog, OrderFixture::newId, properties(longestWait));
  }

  private static OrderProperties properties(Duration longestWait) {
    return new OrderProperties(
        new OrderProperties.Defaults(null, null, null, null, null),
        new OrderProperties.Admission(LIMIT, PERMITS, longestWait, Duration.ofSeconds(10)),
        new OrderProperties.Catalogue(true, null),
        Duration.ofHours(48));
  }

  private List<CompletableFuture<Placement>> useAllPermits(CompletableFuture<Void> end)
      throws InterruptedException {
    var started = new CountDownLatch(PERMITS);
    when(placeOrder.place(any(), any(), any()))
        .thenAnswer(
            placing -> {
              started.countDown();
              end.join();
              return placed(placing);
            });
    var placing = placeInThreads(PERMITS);
    started.await();
    return placing;
  }

  private List<CompletableFuture<Placement>> placeInThreads(int orders) {
    return IntStream.range(0, orders)
        .mapToObj(number -> CompletableFuture.supplyAsync(this::place, this::inNewThread))
        .toList();
  }

  private static boolean wasPlaced(CompletableFuture<Placement> placing) {
    return placing.handle((placement, refused) -> placement != null).join();
  }

  private static Placement placed(InvocationOnMock placing) {
    Order order =
        OrderFixture.placed(placing.getArgument(0), OrderFixture.content(), OrderFixture.NOON);
    return new Placement(order, true);
  }

  private void inNewThread(Runnable task) {
    new Thread(task).start();
  }

  private Placement place() {
    return admitOrder.place(OrderFixture.request(), null);
  }

  private void setWaiting(int orders) {
    when(waiting.waiting(anyInt()))
        .thenReturn(Stream.generate(OrderFixture::newId).limit(orders).collect(toSet()));
    backlog.count();
  }
}
