/** The problems (RFC 9457) that services and gateway answer with; free of servlet types. */
@NullMarked
package io.baedal.web.problem;

import org.jspecify.annotations.NullMarked;
