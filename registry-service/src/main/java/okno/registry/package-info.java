/** Owns the registers (ЕГРЮЛ, ЕГРИП), extracts and checks; never decides applications. */
@NullMarked
package okno.registry;

import org.jspecify.annotations.NullMarked;
