/** Store requests over HTTP. */
@NullMarked
package io.baedal.delivery.store.web;

import org.jspecify.annotations.NullMarked;
