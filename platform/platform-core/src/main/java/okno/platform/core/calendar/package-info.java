/** Terms counted in working days (Labour Code art. 112; the Government's yearly transfer decrees come in as data). */
@NullMarked
package okno.platform.core.calendar;

import org.jspecify.annotations.NullMarked;
