package io.baedal.web.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record whose components receive the query parameters of a request. A component that is
 * not {@code @Nullable} is required; a list receives a repeated parameter. All other parameters are
 * refused. If no argument has this annotation, all parameters are refused.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {}
