/** The port of health and metrics. */
@NullMarked
package io.baedal.web.management;

import org.jspecify.annotations.NullMarked;
