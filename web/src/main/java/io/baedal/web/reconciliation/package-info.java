/** The endpoints for reconciliation and republication, the same in every service. */
@NullMarked
package io.baedal.web.reconciliation;

import org.jspecify.annotations.NullMarked;
