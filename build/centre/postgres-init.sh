#!/bin/bash
# Runs once, when the database is new: the owner of the centre's tables, who is no superuser, and the role that the
# service takes in each transaction.
set -euo pipefail
password=$(tr -d '\n' < /run/secrets/postgres_centre_password)
psql -v ON_ERROR_STOP=1 -v password="$password" --username postgres --dbname postgres <<'SQL'
create role centre login password :'password';
create role centre_service nologin;
grant centre_service to centre;
create database centre owner centre;
SQL
