/** Black-box tests of the whole system. */
@NullMarked
package io.baedal.e2e;

import org.jspecify.annotations.NullMarked;
