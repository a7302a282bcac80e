package io.baedal.web.openapi;

import io.baedal.web.page.Cursor;
import io.baedal.web.request.Component;
import io.baedal.web.request.Name;
import io.baedal.web.request.Reference;
import io.baedal.web.request.Remark;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The schemas of simple values, with their constraints. */
final class ComponentSchemas {

  private static final Map<Class<?>, Supplier<Schema<?>>> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, StringSchema::new),
          Map.entry(Remark.class, StringSchema::new),
          Map.entry(Cursor.class, StringSchema::new),
          Map.entry(Reference.class, ComponentSchemas::textOrNumber),
          Map.entry(UUID.class, UUIDSchema::new),
          Map.entry(Instant.class, DateTimeSchema::new),
          Map.entry(int.class, () -> new IntegerSchema().format("int32")),
          Map.entry(Integer.class, () -> new IntegerSchema().format("int32")),
          Map.entry(long.class, () -> new IntegerSchema().format("int64")),
          Map.entry(Long.class, () -> new IntegerSchema().format("int64")),
          Map.entry(boolean.class, BooleanSchema::new),
          Map.entry(Boolean.class, BooleanSchema::new));

  /** The schema of a query parameter. */
  static Schema<?> ofParameter(Component component) {
    Schema<?> element = ofValue(component.element());
    if (element == null) {
      throw new IllegalStateException(component + " cannot be a query parameter");
    }
    Schema<?> schema = component.isList() ? new ArraySchema().items(element) : element;
    constrain(schema, component);
    describe(schema, component);
    return schema;
  }

  /** Returns null if the type is not a simple value. */
  static @Nullable Schema<?> ofValue(Class<?> type) {
    if (type.isEnum()) {
      var schema = new StringSchema();
      Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .forEach(schema::addEnumItem);
      return schema;
    }
    Supplier<Schema<?>> known = KNOWN.get(type);
    return known == null ? null : known.get();
  }

  /** Adds the bounds that requests are checked against. */
  static void constrain(Schema<?> schema, Component component) {
    bound(
        schema,
        component.constraint(Text.class),
        component.constraint(Name.class),
        component.constraint(WholeNumber.class));
    if (!component.isList()) {
      return;
    }
    Size size = component.constraint(Size.class);
    if (size != null) {
      schema.minItems(size.min()).maxItems(size.max());
    }
    if (schema.getItems() != null) {
      bound(
          schema.getItems(),
          component.elementConstraint(Text.class),
          component.elementConstraint(Name.class),
          component.elementConstraint(WholeNumber.class));
    }
  }

  private static void bound(
      Schema<?> schema, @Nullable Text text, @Nullable Name name, @Nullable WholeNumber number) {
    if (text != null) {
      schema.minLength(1).maxLength(text.max());
    }
    if (name != null) {
      schema.minLength(1).maxLength(name.max());
    }
    if (number != null) {
      schema.minimum(BigDecimal.valueOf(number.min())).maximum(BigDecimal.valueOf(number.max()));
    }
  }

  private static void describe(Schema<?> schema, Component component) {
    var annotation = component.constraint(io.swagger.v3.oas.annotations.media.Schema.class);
    if (annotation != null) {
      schema.description(annotation.description().isEmpty() ? null : annotation.description());
      if (!annotation.defaultValue().isEmpty()) {
        schema.setDefault(annotation.defaultValue());
      }
      if (!annotation.example().isEmpty()) {
        schema.setExample(annotation.example());
      }
    }
  }

  private static Schema<?> textOrNumber() {
    return new Schema<>().addAnyOfItem(new StringSchema()).addAnyOfItem(new IntegerSchema());
  }

  private ComponentSchemas() {}
}
