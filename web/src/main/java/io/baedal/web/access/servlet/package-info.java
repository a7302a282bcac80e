/** Authenticates callers by their tokens, and refuses what they may not do. */
@NullMarked
package io.baedal.web.access.servlet;

import org.jspecify.annotations.NullMarked;
