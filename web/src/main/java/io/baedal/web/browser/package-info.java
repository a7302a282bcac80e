/**
 * Refuses requests that pages of other origins make browsers send. The rules do not use servlet
 * types.
 */
@NullMarked
package io.baedal.web.browser;

import org.jspecify.annotations.NullMarked;
