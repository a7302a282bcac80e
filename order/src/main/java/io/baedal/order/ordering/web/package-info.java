/** The order API over HTTP: reads requests, reports all faults at once, answers with problems. */
@NullMarked
package io.baedal.order.ordering.web;

import org.jspecify.annotations.NullMarked;
