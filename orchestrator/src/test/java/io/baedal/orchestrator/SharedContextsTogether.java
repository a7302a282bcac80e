package io.baedal.orchestrator;

import static java.util.Comparator.comparing;

import java.lang.annotation.Annotation;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/** Runs classes with equal annotations, and so equal contexts, one after the other. */
public final class SharedContextsTogether implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            comparing(SharedContextsTogether::annotations)
                .thenComparing(SharedContextsTogether::name));
  }

  private static String annotations(ClassDescriptor test) {
    return Stream.of(test.getTestClass().getAnnotations())
        .filter(annotation -> !(annotation instanceof Tag))
        .map(Annotation::toString)
        .sorted()
        .collect(Collectors.joining());
  }

  private static String name(ClassDescriptor test) {
    return test.getTestClass().getName();
  }
}
