-- A provider can refuse to give back for ever; the simulated one does for charges that are not refundable.
ALTER TABLE simulated_provider_charges ADD COLUMN refundable boolean NOT NULL DEFAULT true;
