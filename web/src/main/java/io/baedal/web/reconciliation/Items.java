package io.baedal.web.reconciliation;

import java.util.List;

/** All there is to answer. */
public record Items<T>(List<T> items) {}
