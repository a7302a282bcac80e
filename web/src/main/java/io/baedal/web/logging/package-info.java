/** The MDC of requests. */
@NullMarked
package io.baedal.web.logging;

import org.jspecify.annotations.NullMarked;
