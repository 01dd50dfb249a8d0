-- As the superuser of PostgreSQL, once. Run here on 16 and 18.
CREATE ROLE beside LOGIN;
CREATE DATABASE beside OWNER beside;

-- Its log must not hold what was asked: no statement, no value, no row that was refused.
ALTER ROLE beside SET log_statement = 'none';
ALTER ROLE beside SET log_min_duration_statement = -1;
ALTER ROLE beside SET log_min_error_statement = 'panic';
ALTER ROLE beside SET log_error_verbosity = 'terse';
ALTER ROLE beside SET log_parameter_max_length_on_error = 0;
