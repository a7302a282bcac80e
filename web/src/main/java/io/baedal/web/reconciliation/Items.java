package io.baedal.web.reconciliation;

import java.util.List;

/** A complete list, without pages. */
public record Items<T>(List<T> items) {}
