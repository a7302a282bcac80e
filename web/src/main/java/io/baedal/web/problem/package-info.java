/** The problems (RFC 9457) that services and gateway answer with, without servlet types. */
@NullMarked
package io.baedal.web.problem;

import org.jspecify.annotations.NullMarked;
