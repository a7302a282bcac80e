/** The problems of refusals. */
@NullMarked
package io.baedal.delivery.refusal.web;

import org.jspecify.annotations.NullMarked;
