/** Records requests in the audit log, and shows it to operators. */
@NullMarked
package io.baedal.web.audit.servlet;

import org.jspecify.annotations.NullMarked;
