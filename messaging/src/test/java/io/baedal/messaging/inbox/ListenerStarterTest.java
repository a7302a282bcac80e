package io.baedal.messaging.inbox;

import static org.apache.kafka.clients.consumer.ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

class ListenerStarterTest {

  private final MessageListenerContainer listener = mock();
  private final KafkaListenerEndpointRegistry listeners = mock();
  private final ListenerStarter starter = new ListenerStarter(listeners);

  @BeforeEach
  void mockListener() {
    given(listeners.getListenerContainers()).willReturn(List.of(listener));
  }

  @Test
  void doesNotStartARunningListener() {
    given(listener.isRunning()).willReturn(true);

    starter.startStopped();

    verify(listener, never()).start();
  }

  @Test
  void retriesAfterAFailure() {
    willThrow(new KafkaException("no such host")).willDoNothing().given(listener).start();

    starter.startStopped();
    starter.startStopped();

    var order = inOrder(listener);
    order.verify(listener).start();
    order.verify(listener).stop();
    order.verify(listener).start();
    order.verify(listener, never()).stop();
  }

  @Test
  void restartsWhenTheClockWasSetBack() {
    starter.stopAll();
    starter.startStopped();

    var order = inOrder(listener);
    order.verify(listener).stop();
    order.verify(listener).start();
  }

  @Test
  void startsARealListenerAsSoonAsKafkasNameResolves() {
    var consumers =
        new DefaultKafkaConsumerFactory<String, String>(
            Map.of(BOOTSTRAP_SERVERS_CONFIG, "kafka.invalid:9092"),
            new StringDeserializer(),
            new StringDeserializer());
    var properties = new ContainerProperties("orders.v1");
    properties.setGroupId("order-view");
    properties.setMessageListener((MessageListener<String, String>) message -> {});
    var real = new ConcurrentMessageListenerContainer<>(consumers, properties);
    real.setConcurrency(2);
    given(listeners.getListenerContainers()).willReturn(List.of(real));

    starter.startStopped();
    assertThat(real.isRunning()).isFalse();

    consumers.updateConfigs(Map.of(BOOTSTRAP_SERVERS_CONFIG, "localhost:1"));
    starter.startStopped();
    assertThat(real.isRunning()).isTrue();
    assertThat(real.getContainers()).hasSize(2).allMatch(MessageListenerContainer::isRunning);
    real.stop();
  }
}
