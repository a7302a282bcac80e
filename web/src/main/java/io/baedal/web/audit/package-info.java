/** The record of operators' acts and of refused accesses, in a chain of hashes. */
@NullMarked
package io.baedal.web.audit;

import org.jspecify.annotations.NullMarked;
