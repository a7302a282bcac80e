/** What log lines contain about their request. */
@NullMarked
package io.baedal.web.logging;

import org.jspecify.annotations.NullMarked;
