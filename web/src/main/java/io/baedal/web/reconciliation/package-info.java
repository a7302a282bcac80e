/** What reconciliation and an operator's republication ask of every service, in the same words. */
@NullMarked
package io.baedal.web.reconciliation;

import org.jspecify.annotations.NullMarked;
