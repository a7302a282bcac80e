#!/bin/sh
# Places one order at a gateway and follows it to its end. POSIX sh and curl, nothing else.
#
#   GATEWAY_URL      http://localhost:8088
#   EXPECT           DELIVERED: waits until it is; CANCELLED: cancels once the store is asked, and wants the money back
#   ORDER_FILE       the order as JSON, without orderId
#   TIMEOUT_SECONDS  for all of it (120)
set -eu

GATEWAY_URL=${GATEWAY_URL:-http://localhost:8088}
EXPECT=${EXPECT:-DELIVERED}
deadline=$(($(date +%s) + ${TIMEOUT_SECONDS:-120}))

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# method, path and, if there is one, a body; an answer of 4xx or 5xx fails it
call() {
  curl --silent --show-error --fail-with-body --max-time 10 --request "$1" "$GATEWAY_URL$2" \
    --header 'Content-Type: application/json' ${3:+--data "$3"}
}

# the first value of a field of the JSON on standard input: the order's own, those of its timeline come after it
field() {
  # shellcheck disable=SC2020  # three characters, each a line break
  tr ',{}' '\n\n\n' | sed -n "s/^ *\"$1\" *: *\"\{0,1\}\([^\"]*\)\"\{0,1\} *\$/\1/p" | head -n 1
}

# each status once; ends when the order has one of those given
seen=
follow() {
  while :; do
    # the view may come a moment after the order
    view=$(call GET "/order-views/$id" 2>&1) || view=
    status=$(printf '%s' "$view" | field status)
    if [ -n "$status" ] && [ "$status" != "$seen" ]; then
      echo "$(date +%T) $status"
      seen=$status
    fi
    for end in "$@"; do
      [ "$status" != "$end" ] || return 0
    done
    [ "$(date +%s)" -lt "$deadline" ] || fail "no end in time; the last answer was: ${view:-none}"
    sleep 1
  done
}

case $EXPECT in
  DELIVERED | CANCELLED) ;;
  *) fail "EXPECT is DELIVERED or CANCELLED, not $EXPECT" ;;
esac

order=$(cat "$ORDER_FILE")
reference=helm-test-$(date +%s)-$$
answer=$(call POST /orders "{\"orderId\":\"$reference\",${order#\{}") || fail "the order was not taken: $answer"
id=$(printf '%s' "$answer" | field id)
[ -n "$id" ] || fail "no id in the answer: $answer"
echo "order $id ($reference), to be $EXPECT"

case $EXPECT in
  DELIVERED)
    follow DELIVERED CANCELLED REJECTED
    ;;
  CANCELLED)
    follow STORE_REQUESTED STORE_ACCEPTED DELIVERY_STARTED PICKED_UP DELIVERED CANCELLED REJECTED
    answer=$(call DELETE "/orders/$id?reason=helm%20test") || fail "the cancel was not taken: $answer"
    follow CANCELLED DELIVERED REJECTED
    ;;
esac
[ "$status" = "$EXPECT" ] || fail "the order is $status, because of $(printf '%s' "$view" | field reason)"

payments=$(call GET "/payments?orderId=$id") || fail "its payment is not to be had: $payments"
approved=$(printf '%s' "$payments" | field approvedAmount)
refunded=$(printf '%s' "$payments" | field refundedAmount)
echo "paid ${approved:-nothing}, refunded ${refunded:-nothing}"
case $EXPECT in
  DELIVERED) due=0 ;;
  CANCELLED) due=$approved ;;
esac
if [ "${approved:-0}" -le 0 ] || [ "$refunded" != "$due" ]; then
  fail "$due should be refunded, of a payment that was approved"
fi
echo "PASSED"
