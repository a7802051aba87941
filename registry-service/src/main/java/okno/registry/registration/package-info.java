/** Enters sole traders into ЕГРИП when an application for it was approved. */
@NullMarked
package okno.registry.registration;

import org.jspecify.annotations.NullMarked;
