/** The order API over HTTP: reads requests, names every fault at once, answers with problems. */
@NullMarked
package io.baedal.order.ordering.web;

import org.jspecify.annotations.NullMarked;
