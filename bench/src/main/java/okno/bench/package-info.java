/**
 * Measures Okno against a well-known peer in the same run, and against the hardware: {@link okno.bench.Bench} runs the
 * suites, prints a table and keeps it under {@code .okno/bench/}.
 */
@NullMarked
package okno.bench;

import org.jspecify.annotations.NullMarked;
