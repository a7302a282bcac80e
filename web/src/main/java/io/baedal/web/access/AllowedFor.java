package io.baedal.web.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call an endpoint; any of them suffices. An endpoint without this annotation is
 * refused for every caller. What a caller may see through an endpoint is its {@link Scope}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedFor {
  Role[] value();
}
