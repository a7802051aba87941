/** Keeps the rules of the house. */
@NullMarked
package okno.honest.thing.web;

import org.jspecify.annotations.NullMarked;
