/** Requirements on every servlet service; each service runs them against its own controllers. */
@NullMarked
package io.baedal.web.test;

import org.jspecify.annotations.NullMarked;
