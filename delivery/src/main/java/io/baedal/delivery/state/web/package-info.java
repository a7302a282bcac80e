/** States of orders over HTTP. */
@NullMarked
package io.baedal.delivery.state.web;

import org.jspecify.annotations.NullMarked;
