/**
 * What browsers can be made to do by foreign pages, and how it is refused; the rules are free of
 * servlet types.
 */
@NullMarked
package io.baedal.web.browser;

import org.jspecify.annotations.NullMarked;
