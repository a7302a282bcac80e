/** What is known of an order, built from events that arrive in any order. */
@NullMarked
package io.baedal.orderview.view;

import org.jspecify.annotations.NullMarked;
