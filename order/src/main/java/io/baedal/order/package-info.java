/** The order service: what customers ordered, and their requests to cancel it. */
@NullMarked
package io.baedal.order;

import org.jspecify.annotations.NullMarked;
