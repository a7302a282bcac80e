/** An OpenID Connect provider for trying the system out. */
@NullMarked
package io.baedal.identity;

import org.jspecify.annotations.NullMarked;
