#!/bin/sh
# Places one order at a gateway and follows it until it ends. Needs only POSIX sh and curl.
#
#   GATEWAY_URL      http://localhost:8088
#   TOKEN_URL        http://localhost:8085/oauth2/token: where the customer gets an access token (client credentials)
#   CLIENT_ID        the customer's account (customer)
#   CLIENT_PASSWORD  its password
#   EXPECT           DELIVERED: waits for the delivery; CANCELLED: cancels after the store request, and expects a refund
#   ORDER_FILE       the order as JSON, without orderId
#   TIMEOUT_SECONDS  time limit (120)
set -eu

GATEWAY_URL=${GATEWAY_URL:-http://localhost:8088}
TOKEN_URL=${TOKEN_URL:-http://localhost:8085/oauth2/token}
CLIENT_ID=${CLIENT_ID:-customer}
EXPECT=${EXPECT:-DELIVERED}
deadline=$(($(date +%s) + ${TIMEOUT_SECONDS:-120}))

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# arguments: method, path, optional body; fails on an answer of 4xx or 5xx
call() {
  curl --silent --show-error --fail-with-body --max-time 10 --request "$1" "$GATEWAY_URL$2" \
    --header "Authorization: Bearer $token" --header 'Content-Type: application/json' ${3:+--data "$3"}
}

# prints the first value of a field of the JSON on standard input: that of the order, which precedes those of its timeline
field() {
  # shellcheck disable=SC2020  # each of three characters becomes a line break
  tr ',{}' '\n\n\n' | sed -n "s/^ *\"$1\" *: *\"\{0,1\}\([^\"]*\)\"\{0,1\} *\$/\1/p" | head -n 1
}

# prints each status once; returns when the order has one of the given statuses
seen=
follow() {
  while :; do
    # the view may receive the order later
    view=$(call GET "/order-views/$id" 2>&1) || view=
    status=$(printf '%s' "$view" | field status)
    if [ -n "$status" ] && [ "$status" != "$seen" ]; then
      echo "$(date +%T) $status"
      seen=$status
    fi
    for end in "$@"; do
      [ "$status" != "$end" ] || return 0
    done
    [ "$(date +%s)" -lt "$deadline" ] || fail "the order did not end in time; last answer: ${view:-none}"
    sleep 1
  done
}

case $EXPECT in
  DELIVERED | CANCELLED) ;;
  *) fail "EXPECT is DELIVERED or CANCELLED, not $EXPECT" ;;
esac

# the password is in no argument, which other processes could see
answer=$(printf '%s:%s' "$CLIENT_ID" "$CLIENT_PASSWORD" | sed 's/[\\"]/\\&/g; s/.*/user = "&"/' \
  | curl --silent --show-error --fail-with-body --max-time 10 --config - \
    --data grant_type=client_credentials "$TOKEN_URL") || fail "no access token: $answer"
token=$(printf '%s' "$answer" | field access_token)
[ -n "$token" ] || fail "no access token in the answer of $TOKEN_URL"

order=$(cat "$ORDER_FILE")
reference=helm-test-$(date +%s)-$$
answer=$(call POST /orders "{\"orderId\":\"$reference\",${order#\{}") || fail "the order was not accepted: $answer"
id=$(printf '%s' "$answer" | field id)
[ -n "$id" ] || fail "no id in the answer: $answer"
echo "order $id ($reference), expected: $EXPECT"

case $EXPECT in
  DELIVERED)
    follow DELIVERED CANCELLED REJECTED
    ;;
  CANCELLED)
    follow STORE_REQUESTED STORE_ACCEPTED DELIVERY_STARTED PICKED_UP DELIVERED CANCELLED REJECTED
    answer=$(call DELETE "/orders/$id?reason=helm%20test") || fail "the cancel was not accepted: $answer"
    follow CANCELLED DELIVERED REJECTED
    ;;
esac
[ "$status" = "$EXPECT" ] || fail "the order is $status, because of $(printf '%s' "$view" | field reason)"

payments=$(call GET "/payments?orderId=$id") || fail "its payment cannot be read: $payments"
approved=$(printf '%s' "$payments" | field approvedAmount)
refunded=$(printf '%s' "$payments" | field refundedAmount)
echo "paid ${approved:-nothing}, refunded ${refunded:-nothing}"
case $EXPECT in
  DELIVERED) due=0 ;;
  CANCELLED) due=$approved ;;
esac
if [ "${approved:-0}" -le 0 ] || [ "$refunded" != "$due" ]; then
  fail "expected an approved payment with $due refunded"
fi
echo "PASSED"
