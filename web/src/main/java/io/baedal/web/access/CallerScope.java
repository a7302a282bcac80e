package io.baedal.web.access;

/** The scope of the caller of the current request. */
@FunctionalInterface
public interface CallerScope {

  Scope get();
}
