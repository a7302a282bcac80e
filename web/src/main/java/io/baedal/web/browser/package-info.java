/**
 * Refuses requests that foreign pages can make browsers send; the rules do not use servlet types.
 */
@NullMarked
package io.baedal.web.browser;

import org.jspecify.annotations.NullMarked;
