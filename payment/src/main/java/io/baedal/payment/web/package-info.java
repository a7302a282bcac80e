/** What all requests share: problems, log context, conversions, API description. */
@NullMarked
package io.baedal.payment.web;

import org.jspecify.annotations.NullMarked;
