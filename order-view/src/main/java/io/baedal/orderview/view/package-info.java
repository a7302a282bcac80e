/** The views of orders, built from events that arrive in any sequence. */
@NullMarked
package io.baedal.orderview.view;

import org.jspecify.annotations.NullMarked;
