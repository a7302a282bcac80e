/** The problems that clients receive when this service refuses. */
@NullMarked
package io.baedal.delivery.refusal.web;

import org.jspecify.annotations.NullMarked;
