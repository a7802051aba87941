/** Registers over HTTP: public fields for anyone logged in, the head's number only for our own services. */
@NullMarked
package okno.registry.record.web;

import org.jspecify.annotations.NullMarked;
