/**
 * Reads paths, queries and bodies into records. One rule for all services: values that are unknown,
 * duplicated or of another type are refused, and one answer lists them all.
 */
@NullMarked
package io.baedal.web.request;

import org.jspecify.annotations.NullMarked;
