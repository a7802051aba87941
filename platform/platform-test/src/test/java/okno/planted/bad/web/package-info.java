/** Breaks the rules of the house on purpose. */
@NullMarked
package okno.planted.bad.web;

import org.jspecify.annotations.NullMarked;
