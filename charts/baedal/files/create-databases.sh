#!/bin/bash
# Creates a role and a database for each service, and sets the password of the role. It can be repeated: existing roles
# and databases are kept.
#
#   SERVICES         "role:database ..."
#   PASSWORDS        directory with one file for each role, named after it (/run/passwords)
#   TIMEOUT_SECONDS  how long to wait for the server (300)
#   PGHOST, PGUSER, PGPASSWORD, ...  how to connect, as for psql (the local socket, postgres)
set -euo pipefail

PASSWORDS=${PASSWORDS:-/run/passwords}
export PGUSER=${PGUSER:-postgres} PGDATABASE=${PGDATABASE:-postgres}

deadline=$((SECONDS + ${TIMEOUT_SECONDS:-300}))
until pg_isready --quiet; do
  if ((SECONDS >= deadline)); then
    echo "PostgreSQL does not answer" >&2
    exit 1
  fi
  sleep 1
done

for service in $SERVICES; do
  role=${service%%:*} database=${service#*:}
  test -s "$PASSWORDS/$role" || { echo "the password of $role is missing" >&2; exit 1; }
  # psql reads the password from its file, so that it is in no argument; failed statements are not logged either
  file=$PASSWORDS/$role psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --set=role="$role" --set=database="$database" <<'SQL'
\set password `cat "$file"`
SET log_min_error_statement = panic;
SET log_min_duration_statement = -1;
SELECT format('CREATE ROLE %I', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" LOGIN PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
  echo "$database belongs to $role"
done
