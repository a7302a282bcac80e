/** What all requests share: problems, log context, conversions, API description. */
@NullMarked
package io.baedal.delivery.web;

import org.jspecify.annotations.NullMarked;
