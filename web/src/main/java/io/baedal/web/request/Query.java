package io.baedal.web.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record that takes the query parameters of a request, a component each. A component that
 * is not {@code @Nullable} is required; a list takes a parameter that is repeated. All other
 * parameters are refused, as is each parameter where no argument has this mark.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {}
