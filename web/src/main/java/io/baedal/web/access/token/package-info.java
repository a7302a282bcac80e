/** Reads callers from access tokens. */
@NullMarked
package io.baedal.web.access.token;

import org.jspecify.annotations.NullMarked;
