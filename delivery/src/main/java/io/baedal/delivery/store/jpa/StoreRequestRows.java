package io.baedal.delivery.store.jpa;

import io.baedal.delivery.work.jpa.WorkRows;

interface StoreRequestRows extends WorkRows<StoreRequestRow> {}
