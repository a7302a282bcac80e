package io.baedal.orchestrator;

import static java.util.Comparator.comparing;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs classes with equal contexts one after the other. */
public final class SharedContextsTogether implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            comparing(SharedContextsTogether::annotations)
                .thenComparing(SharedContextsTogether::ownBeans)
                .thenComparing(SharedContextsTogether::name));
  }

  private static String annotations(ClassDescriptor test) {
    return Stream.of(test.getTestClass().getAnnotations())
        .filter(annotation -> !(annotation instanceof Tag))
        .map(Annotation::toString)
        .sorted()
        .collect(Collectors.joining());
  }

  /** Whether the class itself adds beans or properties, so that no other class has its context. */
  private static boolean ownBeans(ClassDescriptor test) {
    Class<?> type = test.getTestClass();
    return Stream.of(
            Stream.of(type.getDeclaredClasses()),
            Stream.of(type.getDeclaredMethods()),
            Stream.of(type.getDeclaredFields()))
        .flatMap(members -> members)
        .map(AnnotatedElement.class::cast)
        .anyMatch(
            member ->
                member.isAnnotationPresent(TestConfiguration.class)
                    || member.isAnnotationPresent(DynamicPropertySource.class)
                    || member.isAnnotationPresent(MockitoBean.class));
  }

  private static String name(ClassDescriptor test) {
    return test.getTestClass().getName();
  }
}
