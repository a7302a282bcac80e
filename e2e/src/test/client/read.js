// Calls the gateway with the generated clients, which fail on an answer that is not as described.
const assert = require("node:assert/strict");
const { join } = require("node:path");
const { isErrorFromPath } = require("@zodios/core");

const [directory, gateway] = process.argv.slice(2);
const client = (name) =>
  require(join(directory, name + ".js")).createApiClient(gateway, {
    axiosConfig: { headers: { Authorization: process.env.AUTHORIZATION } },
  });

/** Calls `read` until its result satisfies `isExpected`. */
async function eventually(read, isExpected) {
  for (let tries = 0; tries < 600; tries++) {
    const found = await read();
    if (found !== undefined && isExpected(found)) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("waited too long for " + isExpected);
}

/** The problem in the answer to a call; fails if the document does not describe it. */
async function problem(api, method, path, status, call) {
  const error = await call.then(
    () => assert.fail(method + " " + path + " was answered without a problem"),
    (failure) => failure,
  );
  assert.equal(error.response?.status, status, String(error.cause ?? error));
  assert.ok(
    isErrorFromPath(api.api, method, path, error),
    method + " " + path + " has another problem: " + JSON.stringify(error.response.data),
  );
  return error.response.data;
}

async function main() {
  const orders = client("order");
  const views = client("order-view");
  const payments = client("payment");
  const deliveries = client("delivery");

  const order = await orders.post("/orders", {
    customerId: "customer-generated",
    storeId: "store-2",
    deliveryAddress: "12 Sejong-daero, Seoul",
    paymentMethod: "approved",
    items: [{ productName: "APPLE", quantity: 2, unitPrice: 9000, options: ["peeled"] }],
  });
  const byId = { params: { id: order.id } };
  const byOrderId = { params: { orderId: order.id } };
  assert.equal((await orders.get("/orders/:id", byId)).id, order.id);

  const listed = await orders.get("/orders", { queries: { customerId: "customer-generated" } });
  assert.ok(listed.items.some((each) => each.id === order.id));

  const view = () =>
    views.get("/order-views/:orderId", byOrderId).catch((error) => {
      assert.equal(error.response?.status, 404, String(error.cause ?? error));
      return undefined;
    });
  const asked = await eventually(view, (seen) => seen.status === "STORE_REQUESTED");
  assert.ok(asked.timeline.length >= 3);
  assert.ok((await views.get("/order-views")).items.length > 0);
  const ofOrder = { queries: { orderId: order.id } };
  assert.equal((await payments.get("/payments", ofOrder)).items.length, 1);
  assert.equal((await deliveries.get("/store-requests", ofOrder)).items.length, 1);
  await deliveries.get("/deliveries", ofOrder);

  await orders.delete("/orders/:id", undefined, { ...byId, queries: { reason: "a test" } });
  const ended = await eventually(view, (seen) => seen.status === "CANCELLED");
  assert.equal(ended.reason, "CUSTOMER_CANCELLED");

  const unknown = { params: { id: "c0472ac7-0000-4000-8000-000000000000" } };
  const missing = await problem(orders, "get", "/orders/:id", 404, orders.get("/orders/:id", unknown));
  assert.equal(missing.type, "urn:baedal:problem:not-found");
  const withUnknownCurrency = orders.post("/orders", { productName: "APPLE", currency: "DEM" });
  const refused = await problem(orders, "post", "/orders", 400, withUnknownCurrency);
  assert.equal(refused.errors[0].field, "currency");
  console.log("read the order " + order.id);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
