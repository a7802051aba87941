/** Powers of attorney over REST. */
@NullMarked
package okno.org.power.web;

import org.jspecify.annotations.NullMarked;
