/** Who calls, and what the caller may see and change. */
@NullMarked
package io.baedal.web.access;

import org.jspecify.annotations.NullMarked;
