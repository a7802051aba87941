/** Issues extracts as PDF, once per application, and tells anyone whether one is genuine and still current. */
@NullMarked
package okno.registry.extract;

import org.jspecify.annotations.NullMarked;
