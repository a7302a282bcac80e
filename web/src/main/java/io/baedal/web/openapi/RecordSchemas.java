package io.baedal.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.baedal.web.page.Cursor;
import io.baedal.web.request.Component;
import io.baedal.web.request.Reference;
import io.baedal.web.request.Remark;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as they are read: a {@code @Nullable} component may be null, all others are
 * required.
 */
public final class RecordSchemas implements ModelConverter {

  private static final Set<Class<?>> VALUES = Set.of(Remark.class, Reference.class, Cursor.class);

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = Json.mapper().constructType(type.getType());
    Class<?> raw = java == null ? Object.class : java.getRawClass();
    if (VALUES.contains(raw)) {
      return ComponentSchemas.ofValue(raw);
    }
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    if (schema != null && raw.isRecord()) {
      Schema<?> definition = definition(schema, context);
      if (definition != null && definition.getProperties() != null) {
        complete(definition, raw);
      }
    }
    return schema;
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void complete(Schema<?> definition, Class<?> type) {
    @SuppressWarnings("rawtypes")
    Map<String, Schema> properties = definition.getProperties();
    for (Component component : Component.of(type)) {
      Schema<?> property = properties.get(component.name());
      if (property == null) {
        continue;
      }
      ComponentSchemas.constrain(property, component);
      if (component.isRequired()) {
        if (definition.getRequired() == null
            || !definition.getRequired().contains(component.name())) {
          definition.addRequiredItem(component.name());
        }
      } else {
        properties.put(component.name(), nullable(property));
      }
    }
  }

  private static Schema<?> nullable(Schema<?> property) {
    if (property.get$ref() != null) {
      // "nullable" has no effect next to a reference or without a type
      Schema<?> nothing = new StringSchema().nullable(true);
      nothing.setEnum(Collections.singletonList(null));
      return new Schema<>().addAnyOfItem(property).addAnyOfItem(nothing);
    }
    @SuppressWarnings("unchecked")
    Schema<Object> schema = (Schema<Object>) property;
    if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
      schema.addEnumItemObject(null);
    }
    return schema.nullable(true);
  }
}
