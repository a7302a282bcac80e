package io.baedal.web.request;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is read from a request.
 *
 * @param element the type of the component, or of its elements if it is a list
 */
public record Component(
    String name, Class<?> element, boolean isList, boolean isRequired, RecordComponent declared) {

  private static final ClassValue<List<Component>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
      };

  /** The components of a record, in order. */
  public static List<Component> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Component of(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    boolean list = component.getType() == List.class;
    Class<?> element = list ? elementOf((AnnotatedParameterizedType) type) : component.getType();
    boolean required = !type.isAnnotationPresent(Nullable.class);
    return new Component(component.getName(), element, list, required, component);
  }

  private static Class<?> elementOf(AnnotatedParameterizedType list) {
    Type element = list.getAnnotatedActualTypeArguments()[0].getType();
    // the type argument of a page's items is a type variable
    return element instanceof Class<?> type ? type : Object.class;
  }

  /** The constraint of this kind on the component; null if it has none. */
  public <A extends Annotation> @Nullable A constraint(Class<A> kind) {
    A onType = declared.getAnnotatedType().getAnnotation(kind);
    return onType != null ? onType : declared.getAccessor().getAnnotation(kind);
  }

  /** The constraint of this kind on each element of the component; null if it has none. */
  public <A extends Annotation> @Nullable A elementConstraint(Class<A> kind) {
    return declared.getAnnotatedType() instanceof AnnotatedParameterizedType list
        ? list.getAnnotatedActualTypeArguments()[0].getAnnotation(kind)
        : null;
  }
}
