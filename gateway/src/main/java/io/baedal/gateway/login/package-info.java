/** Who calls: programs by their access token, browsers by a session after a login. */
@NullMarked
package io.baedal.gateway.login;

import org.jspecify.annotations.NullMarked;
