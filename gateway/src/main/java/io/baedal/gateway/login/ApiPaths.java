package io.baedal.gateway.login;

import org.springframework.http.server.PathContainer;

/** The paths of the API, which are no pages: a caller who is not known gets a problem there. */
@FunctionalInterface
public interface ApiPaths {

  boolean contains(PathContainer path);
}
