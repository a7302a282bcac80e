/** Pages of lists. */
@NullMarked
package io.baedal.web.page;

import org.jspecify.annotations.NullMarked;
