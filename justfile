# Everything CI does.
ci:
    bash .ci/run

# The tests alone.
test:
    cargo test

# Formatting and lints as CI wants them.
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --locked -- -D warnings

# Formats the code.
fmt:
    cargo fmt --all

# A conversation in the terminal.
chat:
    cargo run --release -- chat

# The bot; needs DISCORD_TOKEN in .env.
bot:
    cargo run --release -- bot

# Every problem of the articles.
check:
    cargo run --release -- check --knowledge knowledge

# Measures the matcher: just eval FILE.jsonl…
eval +files:
    cargo run --release -- eval {{ files }}

# Accepts how the golden questions fare now: writes their baselines anew.
baseline:
    bash .ci/golden --accept
