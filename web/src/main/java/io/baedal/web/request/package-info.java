/**
 * Reads paths, queries and bodies into records. One rule for all services: what is not known, given
 * twice or of another type is refused, and one answer names all of it.
 */
@NullMarked
package io.baedal.web.request;

import org.jspecify.annotations.NullMarked;
