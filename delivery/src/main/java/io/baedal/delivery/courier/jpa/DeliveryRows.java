package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.work.jpa.WorkRows;

interface DeliveryRows extends WorkRows<DeliveryRow> {}
