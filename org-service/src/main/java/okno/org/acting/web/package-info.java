/** Acting tokens over REST. */
@NullMarked
package okno.org.acting.web;

import org.jspecify.annotations.NullMarked;
