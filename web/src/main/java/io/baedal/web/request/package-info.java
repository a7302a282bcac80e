/**
 * Reads paths, queries and bodies into records. Values that are unknown, duplicated or of another
 * type are refused, and one answer lists all of them.
 */
@NullMarked
package io.baedal.web.request;

import org.jspecify.annotations.NullMarked;
