/** What is known of an order, put together from events that may come in any order. */
@NullMarked
package io.baedal.orderview.view;

import org.jspecify.annotations.NullMarked;
