/** What log lines say of the request they belong to. */
@NullMarked
package io.baedal.web.logging;

import org.jspecify.annotations.NullMarked;
