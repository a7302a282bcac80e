/** What every servlet service is held to; each runs it against its own controllers. */
@NullMarked
package io.baedal.web.test;

import org.jspecify.annotations.NullMarked;
