/** Stores the audit log in the service's own database. */
@NullMarked
package io.baedal.web.audit.jdbc;

import org.jspecify.annotations.NullMarked;
